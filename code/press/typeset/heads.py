"""{head}: what a chapter asks, what it is for, what it needs, and it all in short."""

from typing import Any, cast

import yaml
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from .folded import folded

LEVELS = {
    "core": "Core: what comes later rests on it.",
    "further": "Further: nothing later rests on it.",
}
FIELDS = ("question", "after", "needs", "level", "short")


class HeadDirective(SphinxDirective):
    """The head of a chapter, in YAML: the FIELDS, each a text but `after`, a list."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The question, what one can do after it, what it needs, it all in short."""
        told = self.told()
        head = nodes.container(classes=["head"])
        head += self.paragraphs(told["question"], "question")
        head += self.paragraphs("After this chapter you can", "after")
        aims = [nodes.list_item("", *self.paragraphs(aim)) for aim in told["after"]]
        head += nodes.bullet_list("", *aims)
        needs = told["needs"].strip().removesuffix(".")
        needs = f"{LEVELS[told['level']]} It needs {needs}."
        head += self.paragraphs(needs, "needs")
        head += folded("", *self.paragraphs(told["short"]), title="In two minutes")
        return [head]

    def told(self) -> dict[str, Any]:
        """The fields; an error, which Sphinx tells with file and line, if one lacks."""
        try:
            told: object = yaml.safe_load("\n".join(self.content))
        except yaml.YAMLError as error:
            raise self.error(f"the head of a chapter is YAML: {error}") from error
        found = cast(dict[str, Any], told) if isinstance(told, dict) else {}
        for name in FIELDS:
            if not found.get(name):
                known = ", ".join(FIELDS)
                raise self.error(
                    f"the head of a chapter has {known}; {name} is missing"
                )
        for name in found.keys() - set(FIELDS):
            raise self.error(f"the head of a chapter has no {name}: take it out")
        if found["level"] not in LEVELS:
            raise self.error(f"level is {' or '.join(LEVELS)}, not {found['level']}")
        return found

    def paragraphs(self, text: str, name: str = "") -> list[nodes.Node]:
        """A text as nodes; name: the class of its paragraphs."""
        holder, source = nodes.Element(), self.get_source_info()[0]
        lines = StringList(str(text).splitlines(), source)
        self.state.nested_parse(lines, self.content_offset, holder)
        for paragraph in holder.findall(nodes.paragraph):
            paragraph["classes"] += [name] if name else []
        return list(holder.children)
