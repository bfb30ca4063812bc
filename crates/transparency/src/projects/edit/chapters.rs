//! What the desk asks for of a project: short pages, together the whole document. A test holds this against the model.

use infitah_commons::drafts::{
    Chapter, Field, Group, List,
    Must::{self, Always, Never, Numbered, WithOthers},
    Shape::{
        self, Day, Fixed, Geometry, Line, Money, One, Pairs, Parties, Party, Percent, Place, Position, Several, Truth,
        Whole, Words,
    },
};
use serde_json::{Map, Value};

use crate::projects::model::Shape as Drawn;

mod choices;

use choices::{
    contract_statuses, costs_at, documents, durations, investments_at, kinds, methods, milestone_statuses, modified,
    natures, roles, sectors, sexes, statuses, works,
};

const fn f(at: &'static str, label: &'static str, shape: Shape, must: Must) -> Field {
    Field { at, label, shape, must }
}

fn is_shape(value: &Value) -> bool {
    serde_json::from_value::<Drawn>(value.clone()).is_ok_and(|shape| shape.is_sane())
}

/// A list without lists within.
const fn list(
    at: &'static str,
    label: &'static str,
    fields: &'static [Field],
    named: &'static [&'static str],
    once: &'static [&'static str],
) -> List {
    List { at, label, fields, lists: &[], named, once }
}

const TRANSFER: &[Field] = &[
    f("amount", "edit-amount", Money, Always),
    f("date", "edit-date", Day, Never),
    f("payer", "edit-payer", Party, Never),
    f("payee", "edit-payee", Party, Never),
    f("source", "edit-source", Words(false), Never),
    f("id", "edit-number", Line, Numbered),
];

const OBSERVATION: &[Field] = &[
    f("date", "edit-date", Day, Always),
    f("percent", "edit-percent", Percent, Always),
    f("source", "edit-source", Words(false), Never),
];

const JOBS: &[Field] = &[
    f("sex", "edit-sex", One(sexes), Never),
    f("age", "edit-age", Line, Never),
    f("duration", "edit-duration", One(durations), Never),
    f("local", "edit-local", Truth, Never),
    f("count", "edit-count-people", Whole, Always),
];

/// The pages of a project at the desk.
pub(in crate::projects) const CHAPTERS: &[Chapter] = &[
    Chapter {
        id: "what",
        label: "edit-what",
        icon: "i-pen",
        groups: &[Group {
            label: "",
            fields: &[
                f("title", "field-title", Words(false), Always),
                f("purpose", "field-purpose", Words(true), Never),
                f("description", "field-description", Words(true), Never),
                f("identifier", "field-identifier", Line, Always),
            ],
        }],
        lists: &[],
    },
    Chapter {
        id: "kind",
        label: "edit-which",
        icon: "i-filter",
        groups: &[Group {
            label: "",
            fields: &[
                f("kind", "field-kind", One(kinds), Never),
                f("status", "field-status", One(statuses), Never),
                f("work", "field-work", One(works), Never),
                f("sectors", "field-sectors", Several(sectors), Never),
                f("updated", "field-updated", Day, Never),
            ],
        }],
        lists: &[list(
            "classifications",
            "field-classifications",
            &[
                f("scheme", "edit-scheme", Line, Always),
                f("id", "edit-code", Line, Always),
                f("label", "edit-words", Words(false), Never),
            ],
            &["label", "id"],
            &["scheme", "id"],
        )],
    },
    Chapter {
        id: "where",
        label: "edit-where",
        icon: "i-pin",
        groups: &[],
        lists: &[list(
            "places",
            "field-places",
            &[
                f("code", "edit-place", Place, Never),
                f("given", "edit-given", Line, Never),
                f("point", "edit-point", Position, Never),
                f("shape", "edit-shape", Geometry(is_shape), Never),
            ],
            &["code", "given"],
            &[],
        )],
    },
    Chapter {
        id: "when",
        label: "edit-when",
        icon: "i-clock",
        groups: &[Group {
            label: "",
            fields: &[
                f("dates.planned_start", "edit-planned-start", Day, Never),
                f("dates.planned_end", "edit-planned-end", Day, Never),
                f("dates.actual_start", "edit-actual-start", Day, Never),
                f("dates.actual_end", "edit-actual-end", Day, Never),
            ],
        }],
        lists: &[
            list("physical", "field-physical", OBSERVATION, &["date"], &["date"]),
            list("financial", "field-financial", OBSERVATION, &["date"], &["date"]),
            list(
                "milestones",
                "field-milestones",
                &[
                    f("title", "edit-title", Words(false), Always),
                    f("description", "field-description", Words(true), Never),
                    f("kind", "edit-kind", Line, Never),
                    f("due", "edit-due", Day, Never),
                    f("met", "edit-met", Day, Never),
                    f("status", "edit-state", One(milestone_statuses), Never),
                    f("id", "edit-number", Line, Numbered),
                ],
                &["title", "id"],
                &["id"],
            ),
            list(
                "phases",
                "field-phases",
                &[
                    f("status", "field-status", One(statuses), Always),
                    f("planned_start", "edit-planned-start", Day, Never),
                    f("planned_end", "edit-planned-end", Day, Never),
                    f("actual_start", "edit-actual-start", Day, Never),
                    f("actual_end", "edit-actual-end", Day, Never),
                ],
                &["status"],
                &["status"],
            ),
        ],
    },
    Chapter {
        id: "who",
        label: "edit-who",
        icon: "i-people",
        groups: &[],
        lists: &[list(
            "parties",
            "field-parties",
            &[
                f("name", "edit-name", Words(false), Always),
                f("roles", "edit-roles", Several(roles), Never),
                f("registered.scheme", "edit-scheme", Line, WithOthers),
                f("registered.id", "edit-registered", Line, WithOthers),
                f("registered.legal_name", "edit-legal-name", Line, Never),
                f("contact.address", "edit-address", Line, Never),
                f("contact.email", "edit-email", Line, Never),
                f("contact.telephone", "edit-telephone", Line, Never),
                f("id", "edit-number", Line, Numbered),
            ],
            &["name", "id"],
            &["id"],
        )],
    },
    Chapter {
        id: "money",
        label: "edit-money",
        icon: "i-coins",
        groups: &[Group {
            label: "",
            fields: &[
                f("budget.amount", "edit-budget", Money, WithOthers),
                f("budget.approved", "edit-approved", Day, Never),
            ],
        }],
        lists: &[
            list(
                "funding",
                "field-funding",
                &[f("party", "edit-party", Party, Always), f("amount", "edit-amount", Money, Always)],
                &["party"],
                &[],
            ),
            list(
                "costs",
                "field-costs",
                &[
                    f("at", "edit-at", One(costs_at), Always),
                    f("amount", "edit-amount", Money, Always),
                    f("date", "edit-date", Day, Never),
                    f("reason", "edit-reason", Words(true), Never),
                ],
                &["at"],
                &["at"],
            ),
            list("commitments", "field-commitments", TRANSFER, &["date", "id"], &["id"]),
            list("payments", "field-payments", TRANSFER, &["date", "id"], &["id"]),
            list(
                "investment",
                "field-investment",
                &[
                    f("at", "edit-at", One(investments_at), Always),
                    f("date", "edit-date", Day, Never),
                    f("amount", "edit-amount", Money, Never),
                    f("jobs", "field-jobs", Whole, Never),
                ],
                &["at"],
                &["at"],
            ),
        ],
    },
    Chapter {
        id: "contracts",
        label: "edit-contracts",
        icon: "i-text",
        groups: &[],
        lists: &[
            list(
                "agreements",
                "field-agreements",
                &[
                    f("number", "edit-number", Line, Always),
                    f("title", "edit-title", Words(false), Never),
                    f("date", "edit-signed", Day, Never),
                    f("vote.date", "edit-vote-date", Day, WithOthers),
                    f("vote.body", "edit-vote-body", Words(false), Never),
                    f("vote.decision", "edit-vote-decision", Line, Never),
                    f("vote.ayes", "edit-ayes", Whole, Never),
                    f("vote.noes", "edit-noes", Whole, Never),
                    f("vote.abstained", "edit-abstained", Whole, Never),
                ],
                &["title", "number"],
                &["number"],
            ),
            List {
                at: "contracts",
                label: "field-contracts",
                fields: &[
                    f("id", "edit-number", Line, Always),
                    f("title", "edit-title", Words(false), Never),
                    f("scope", "edit-scope", Words(true), Never),
                    f("nature", "edit-nature", Several(natures), Never),
                    f("status", "edit-state", One(contract_statuses), Never),
                    f("method", "contract-method", One(methods), Never),
                    f("method_words", "edit-method-words", Words(false), Never),
                    f("bidders", "contract-bidders", Whole, Never),
                    f("buyer", "edit-buyer", Party, Never),
                    f("administrator", "edit-administrator", Party, Never),
                    f("suppliers", "edit-suppliers", Parties, Never),
                    f("estimate", "contract-estimate", Money, Never),
                    f("value", "contract-value", Money, Never),
                    f("final_value", "contract-final", Money, Never),
                    f("signed", "contract-signed", Day, Never),
                    f("start", "contract-start", Day, Never),
                    f("end", "contract-end", Day, Never),
                ],
                lists: &[list(
                    "modifications",
                    "edit-modifications",
                    &[
                        f("what", "edit-modified", One(modified), Never),
                        f("date", "edit-date", Day, Never),
                        f("description", "field-description", Words(true), Never),
                        f("reason", "edit-reason", Words(true), Never),
                        f("old_value", "edit-old-value", Money, Never),
                        f("new_value", "edit-new-value", Money, Never),
                        f("old_end", "edit-old-end", Day, Never),
                        f("new_end", "edit-new-end", Day, Never),
                        f("id", "edit-number", Line, Numbered),
                    ],
                    &["date", "id"],
                    &["id"],
                )],
                named: &["title", "id"],
                once: &["id"],
            },
        ],
    },
    Chapter {
        id: "people",
        label: "edit-people",
        icon: "i-person",
        groups: &[
            Group {
                label: "edit-jobs-planned",
                fields: &[
                    f("jobs.planned.women", "edit-women", Whole, Never),
                    f("jobs.planned.men", "edit-men", Whole, Never),
                    f("jobs.planned.total", "edit-total", Whole, Never),
                ],
            },
            Group {
                label: "edit-jobs-created",
                fields: &[
                    f("jobs.created.women", "edit-women", Whole, Never),
                    f("jobs.created.men", "edit-men", Whole, Never),
                    f("jobs.created.total", "edit-total", Whole, Never),
                    f("jobs.method", "edit-jobs-method", Words(true), Never),
                ],
            },
            Group {
                label: "field-surroundings",
                fields: &[
                    f("surroundings.impact_assessed", "edit-impact-assessed", Truth, Never),
                    f("surroundings.protected_area", "edit-protected-area", Truth, Never),
                    f("surroundings.environment", "edit-environment", Words(true), Never),
                    f("surroundings.land_compensation", "edit-land-compensation", Money, Never),
                    f("surroundings.land", "edit-land", Words(true), Never),
                    f("surroundings.accessible", "edit-accessible", Truth, Never),
                    f("surroundings.accessibility", "edit-accessibility", Words(true), Never),
                ],
            },
        ],
        lists: &[
            list(
                "beneficiaries",
                "field-beneficiaries",
                &[f("who", "edit-for-whom", Words(false), Always), f("people", "edit-how-many", Whole, Never)],
                &["who"],
                &[],
            ),
            list("jobs.planned_groups", "edit-planned-groups", JOBS, &["age", "sex"], &[]),
            list("jobs.created_groups", "edit-created-groups", JOBS, &["age", "sex"], &[]),
        ],
    },
    Chapter {
        id: "end",
        label: "edit-at-the-end",
        icon: "i-flag",
        groups: &[Group {
            label: "",
            fields: &[
                f("final_scope", "field-final-scope", Words(true), Never),
                f("final_reason", "field-final-reason", Words(true), Never),
            ],
        }],
        lists: &[],
    },
    Chapter {
        id: "files",
        label: "edit-files",
        icon: "i-photo",
        groups: &[Group { label: "", fields: &[f("kept", "field-kept", Pairs, Never)] }],
        lists: &[
            list(
                "documents",
                "field-documents",
                &[
                    f("title", "edit-title", Words(false), Always),
                    f("kind", "edit-kind", One(documents), Never),
                    f("description", "field-description", Words(true), Never),
                    f("url", "edit-url", Line, Never),
                    f("published", "edit-published", Day, Never),
                    f("format", "edit-format", Line, Never),
                    f("language", "edit-language", Line, Never),
                    f("id", "edit-number", Line, Numbered),
                ],
                &["title", "id"],
                &["id"],
            ),
            list(
                "photos",
                "field-photos",
                &[
                    f("alt", "edit-alt", Words(true), Always),
                    f("taken", "edit-taken", Day, Never),
                    f("point", "edit-point", Position, Never),
                    f("credit", "edit-credit", Line, Never),
                    f("file", "edit-file", Fixed, Never),
                ],
                &["alt", "file"],
                &["file"],
            ),
            list(
                "withheld",
                "field-withheld",
                &[
                    f("what", "edit-withheld-what", Words(true), Always),
                    f("ground", "edit-ground", Words(true), Always),
                ],
                &["what"],
                &[],
            ),
        ],
    },
];

/// What names an entry when two versions are put together: the fields by which a newer file finds it again.
pub(in crate::projects) fn entry_name(entry: &Map<String, Value>) -> Option<String> {
    crate::projects::history::name_of(entry)
}

#[cfg(test)]
mod tests;
