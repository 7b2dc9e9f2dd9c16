# SPDX-License-Identifier: MIT
# A header as Doxygen takes it. Members that mean the same wherever they stand have their sentence here, once; no line is
# added or taken away. `@source STG-1` becomes a badge.
s/@source \([^)]*\)/<span class="source">\1<\/span>/g

# Words: stages, acts, roles, rules, protocols.
/^  static constexpr [a-z:_]* name = /{
s/, source = /, \/** Its source: a requirement ID, a description of the field, or "house". *\/ source = /
s/^  static/  \/** Its name in logs and messages. *\/&/
}
s/^  static constexpr held holds = /  \/** How it is held. *\/&/

# What a protocol declares.
s/^  using offices = /  \/** The roles that are given when the group forms. *\/&/
s/^  using lead = /  \/** Who leads, and who stands in. *\/&/
s/^  using presented_by = /  \/** The role that is won by an act of the session. *\/&/
s/^  using rules = /  \/** The rules that refusals, flags and reminders name. *\/&/
s/^  using formation = /  \/** The conditions on who is in the group. *\/&/
s/^  using order = /  \/** The stages in their order, each with its clauses. *\/&/
s/^  using throughout = *$/  \/** The acts that are open in every stage. *\/&/
s/^  using throughout = \([a-z]\)/  \/** The acts that are open in every stage. *\/&/
s/^  using afterwards = /  \/** What is worth a thought after a session. *\/&/

# Conditions on a group and on a session.
s/^  static constexpr code error = /  \/** The error that is reported where it is broken. *\/&/
s/^  static constexpr advisory_code advises = /  \/** The advisory that is given where it is broken. *\/&/
s/^  using rule = rule::/  \/** The rule that stands behind it. *\/&/
s/^  template <typename \(Roster\|Facts\)>$/  \/** Holds it against a group, or against the facts of a session. *\/&/

# Comparisons.
s/^ *friend constexpr bool operator==(.*) = default;$/  \/** Equal in all parts. *\/&/
s/^  friend constexpr auto operator<=>(.*) = default;$/  \/** Compares part by part. *\/&/
s/^  using protocol_type = /  \/** The protocol. *\/&/

# Doxygen 1.9 does not follow a specialisation from outside its namespace.
/^template <>$/{
N
s/^template <>\nstruct fmt::formatter.*/\n/
}

# Macros that end with their header.
s/^#define BALINT_\(CONSUM\|LIVE\|RETURNS\).*//
