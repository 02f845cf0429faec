"""Where it is kept: the only room that knows SQLAlchemy and SQLCipher."""
