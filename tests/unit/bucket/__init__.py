"""Tests of the bucket adapter."""
