"""Every error of Actum's own; imports nothing.

ActumError
├── SpanOutside        a span reaches past its text
├── QuoteMismatch      a part's quote is not what its span covers
├── CopyUnread         a file could not be read as text
├── NoWorkspace        no workspace here or above
├── WorkspaceExists    a workspace is there already
├── WorkspaceTooNew    written by a later version of Actum
├── WorkspaceBusy      another build or add is writing
├── NoSuchWork         no work of that name, or several
├── NotComparable      two works in different languages, or one work twice
├── NoSuchFact         no fact of that id, or several
├── NoSuchRow          no row of the registry of that name
├── NoSuchConcept      no concept of the causal map of that name, or several
├── NotBuilt           nothing has been built yet
├── BuildGone          a later build took the place of the one that was being read
├── NotAllowed         a request to the reading room that may not be answered
├── OutputRefused      a file to be written is there already, has no name, no folder, or the wrong ending
├── JudgementRefused   a judgement that names nothing exact
└── DataFault          one of Actum's own data files breaks its format

A noisy copy is no error: it is read, with its doubts listed. An error says what, where, which rule, and
what to do, and is raised where the fact is known.
"""


class ActumError(Exception):
    """Anything that Actum itself refuses; its text is one line for a person."""


class SpanOutside(ActumError):
    """A span reaches past the text it was made for."""


class QuoteMismatch(ActumError):
    """A part's quote differs from the characters its span covers."""


class CopyUnread(ActumError):
    """A file could not be read as text; the line names the file, the rule and what to do."""


class NoWorkspace(ActumError):
    """No workspace was named, and none was found from here upward."""


class WorkspaceExists(ActumError):
    """`init` was asked for a folder that is a workspace already, or is not empty."""


class WorkspaceTooNew(ActumError):
    """The workspace was written by a later version."""


class WorkspaceBusy(ActumError):
    """Another process holds the workspace for writing."""


class NoSuchWork(ActumError):
    """No work, or more than one, answers to the name given."""


class NotComparable(ActumError):
    """Two works are in different languages, or are one: there is nothing to compare by their words."""


class NoSuchFact(ActumError):
    """No fact, or more than one, answers to the id given."""


class NoSuchRow(ActumError):
    """No row of the registry answers to the name given."""


class NoSuchConcept(ActumError):
    """No concept, or more than one, answers to the name given, or it cannot be held as asked."""


class NotBuilt(ActumError):
    """The workspace holds no built result yet."""


class BuildGone(ActumError):
    """The build that was being read has been replaced by a later one; reading again gives that one."""


class NotAllowed(ActumError):
    """A request to the reading room names no permission to write, or is not of a form that is answered."""


class OutputRefused(ActumError):
    """A file that was to be written is there already, has no folder or an ending of another form, or none was named."""


class JudgementRefused(ActumError):
    """A judgement names something that is not there exactly as quoted."""


class DataFault(ActumError):
    """A data file that ships with Actum, or that a user gave, breaks its format."""
