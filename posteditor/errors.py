"""Every error this program raises on purpose, as one tree.

PostEditorError             1
├── UsageError              2   wrong arguments or configuration
│   ├── ConfigError         2   a settings file or a rule pack
│   ├── OutputConflictError 2   an output that somebody else changed
│   ├── SessionBusyError    2   another process holds the session
│   └── ReadOnlyError       2   a change to a session that was opened for reading
├── InputError              3   a file that cannot be read as what it should be
│   ├── DecodingError       3   bytes that are not text in the expected encoding
│   └── StoreError          3   a store that is damaged, newer, full or out of reach
│       └── StoreVersionError 3
├── OutputError             3   an output that cannot be written
│   └── ProofError          3   an output that is not what its proof demands
└── ServiceError            4   a service that was asked for does not answer

A message says what is wrong and where, a hint says what to do; together they are one
line. Rule: nothing here depends on the rest of the package.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its caller."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    SERVICE = 4
    INTERRUPTED = 130


class PostEditorError(Exception):
    """Base of all expected failures: a one-line `message`, an optional `hint`."""

    exit_code: ExitCode = ExitCode.FINDINGS

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(PostEditorError):
    exit_code = ExitCode.USAGE


class ConfigError(UsageError):
    pass


class OutputConflictError(UsageError):
    pass


class SessionBusyError(UsageError):
    pass


class ReadOnlyError(UsageError):
    pass


class InputError(PostEditorError):
    exit_code = ExitCode.INPUT


class DecodingError(InputError):
    pass


class StoreError(InputError):
    pass


class StoreVersionError(StoreError):
    pass


class OutputError(PostEditorError):
    exit_code = ExitCode.INPUT


class ProofError(OutputError):
    pass


class ServiceError(PostEditorError):
    exit_code = ExitCode.SERVICE
