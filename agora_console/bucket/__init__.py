"""Object stores: what lies in the bucket of a recording; the only importer of their library."""
