"""What the press leans on; `test` and `bench` stand on top and start its commands."""
