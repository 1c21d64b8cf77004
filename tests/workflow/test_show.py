"""What the verbs that show find by the names that a person types."""

from __future__ import annotations

from pathlib import Path

import pytest

from actum.errors import NoSuchWork
from actum.store.workspace import Workspace
from actum.workflow.show import established_text, find_work, text_row


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A build of twelve works, the last of them with another day."""
    made = Workspace.create(tmp_path / "w")
    names = [f"2025-05-{day:02}-主题" for day in range(1, 12)] + ["2025-05-01-主题-2"]
    works = [
        {"work": name, "title": f"标题{name[8:]}", "date": "", "language": "zh", "witnesses": [], "complete": True}
        for name in sorted(names)
    ]
    made.publish("one", rows={"works.jsonl": works}, texts={"texts/2025-05-02-主题.txt": "一\r\n二\u2028三\n"})
    return made


@pytest.mark.parametrize("name", ["2025-05-01-主题", "2025-05-01-主题-2", "2025-05-02", "标题02"])
def test_a_whole_id_goes_before_a_beginning_and_that_before_a_title(workspace: Workspace, name: str) -> None:
    found = find_work(workspace, name)["work"]
    assert found == name or name in found or name[2:] in found


@pytest.mark.parametrize(("name", "what"), [("2025", "is said of several works"), ("1999", "is the name of no work")])
def test_an_error_lists_some_works_and_says_how_many_more(workspace: Workspace, name: str, what: str) -> None:
    with pytest.raises(NoSuchWork, match=what) as error:
        find_work(workspace, name)
    assert str(error.value).count("标题") == 10
    assert "and 2 more, see `actum works`" in str(error.value)


def test_a_text_comes_as_it_is(workspace: Workspace) -> None:
    assert established_text(workspace, "2025-05-02") == "一\r\n二\u2028三\n"
    assert text_row(workspace, "2025-05-02")["text"] == "一\r\n二\u2028三\n"
