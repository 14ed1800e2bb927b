"""What the guards of a recording say on its page; pure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from agora_console.domain.session import Session
from agora_console.ui.look.looks import look

translate = QCoreApplication.translate


def pair_words(session: Session, partner: Session | None, now: float) -> str:
    """Which recorder of a pair this is, and what the other one does; empty where it is alone."""
    if session.pair is None:
        return ""
    role = session.pair.role
    if partner is None:
        return translate("Guards", "{0} of a pair. The second recorder was not started.").format(
            role
        )
    other = "B" if role == "A" else "A"
    return translate("Guards", "{0} of a pair. {1} (UID {2}): {3}.").format(
        role, other, partner.uid, look(partner, now).word
    )


def past_words(session: Session, predecessor: Session | None) -> str:
    """In whose place this recording was started; empty where in nobody's."""
    if not session.predecessor_id:
        return ""
    if predecessor is None:
        return translate("Guards", "Started in place of a lost recording.")
    return translate("Guards", "Started in place of UID {0}, which was lost.").format(
        predecessor.uid
    )
