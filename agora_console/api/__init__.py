"""Agora's RESTful API over HTTPS; the only package that imports httpx.

Layers, each usable without the next:

- `wire` and `replies` are pure: config document to request body, reply to value.
- `errors` decides by (operation, HTTP status, body code) which error a reply is; `failures` does
  the same for a connection that failed.
- `AgoraClient` (`client`) makes one attempt per call and reports it as an `Exchange`.
- `connection` makes the one HTTP client they share and says what a base URL may be.
- `Gateway` (`gateway`) offers the same methods and adds hosts with failover (`hosts`), the request
  budget per App ID (`budget`), and those repetitions that are safe in themselves (`policy`).
  Whether a start or a stop is repeated, and when a query is asked again, is for the services to
  decide; `RetryPolicy` tells them what the reference says.
- `redact` knows every secret and takes it out of whatever is shown; `curl` writes an exchange as
  a command; `token` builds and reads RTC tokens.
"""
