"""Addresses that once led somewhere: `_redirects.yml` says where to now."""

import yaml

from .project import Project


def redirects(project: Project) -> dict[str, str]:
    """Every old address and its new one: page, or page#label."""
    path = project.redirects
    told = yaml.safe_load(path.read_text("utf-8")) if path.exists() else None
    return told or {}
