// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "publish/links.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::publish {

/// A commune of the pages: one of the programme's list, or one that only a site names.
struct Town {
    territory::InseeCode insee;
    std::string name;
    std::optional<GeoPoint> point;
    std::vector<const plan::Site*> sites;
};

/// The programme as the pages tell it: who has which passages ahead, and which halt is near. It keeps
/// references into the programme, which must outlive it.
class Agenda {
public:
    /// Passages from `from` to `until`, both included; those of the stamp's own day that are over are left
    /// out. Errors: `time.zone`.
    [[nodiscard]] static Result<Agenda> make(const plan::Programme& programme, Date from, Date until,
                                             Instant stamp, PublicLinks links = {});

    const plan::Programme& programme() const { return *m_programme; }
    const PublicLinks& links() const { return m_links; }
    Date from() const { return m_from; }
    Date until() const { return m_until; }
    /// The stamp as a clock in Paris shows it.
    LocalTime updated() const { return m_updated; }

    /// Every commune, by name as people look names up.
    const std::vector<Town>& towns() const { return m_towns; }
    const Town* find(const territory::InseeCode& insee) const;

    /// All passages ahead, by present start; cancelled ones stand at their time.
    const std::vector<plan::Occurrence>& passages() const { return m_passages; }
    std::vector<const plan::Occurrence*> passagesAt(const Town& town) const;
    /// The first passage ahead that is not cancelled; nullptr when there is none.
    const plan::Occurrence* nextAt(const Town& town) const;

    struct Neighbour {
        const Town* town;
        Meters distance; ///< As the crow flies.
    };
    /// The other communes that have a passage ahead, nearest first; none for a commune without a position.
    std::vector<Neighbour> nearest(const Town& town, std::size_t count) const;

private:
    void gatherTowns();
    void gatherPassages();

    const plan::Programme* m_programme = nullptr;
    PublicLinks m_links;
    Date m_from;
    Date m_until;
    LocalTime m_updated;
    std::vector<Town> m_towns;
    std::map<territory::InseeCode, std::size_t> m_byInsee;
    std::vector<plan::Occurrence> m_passages;
    std::map<plan::SiteKey, std::vector<std::size_t>> m_bySite;
    std::vector<std::size_t> m_visited; ///< Positions of the towns with a passage ahead.
};

} // namespace medicobus::publish
