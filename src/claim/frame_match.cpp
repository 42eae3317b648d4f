// Frames are tried by priority; the first whose value pattern matches takes the value. Roles that the value
// pattern captured stand; the others are looked for with the frame's role patterns, in order:
//   " E0 's V investment in E2 " → investment, investee E2 by the value pattern, investor E0 by a role pattern.
// A role never gets an entity that another role already has. Pronouns are kept as such for `normalize`.
#include "claim/frame_match.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool has_role(const std::vector<Role>& roles, const std::string& name) {
  return std::any_of(roles.begin(), roles.end(), [&](const Role& role) { return role.name == name; });
}

/// Adds what a pattern captured; false when the entity already fills another role.
bool add_role(const Frame& frame, const Article& article, const View& view, const std::string& name, Span captured,
              std::vector<Role>& roles) {
  Role role;
  role.name = name;
  const std::uint32_t mention = view.mention_in(captured);
  if (mention == View::kNone) {
    role.value = view.words_in(captured);
    role.basis = RoleBasis::pronoun;
    roles.push_back(role);
    return true;
  }
  if (article.mentions[mention].kind != MentionKind::entity) return false;
  const Entity& entity = article.entities[article.mentions[mention].entity];
  const auto spec =
      std::find_if(frame.roles.begin(), frame.roles.end(), [&](const RoleSpec& known) { return known.name == name; });
  if (entity.type == EntityType::place && (spec == frame.roles.end() || !spec->places)) return false;
  role.value = entity.name;
  role.key = entity.key;
  for (const Role& other : roles) {
    if (other.key == role.key) return false;
  }
  roles.push_back(role);
  return true;
}

/// Whether a pattern is tried only where its words stand, or always.
enum class Trying : std::uint8_t { with_words, all };

bool finds(const Pattern& pattern, const View& view, Trying trying, Captured& found) {
  return (trying == Trying::all || pattern.may_match(view.words())) && pattern.find(view.text(), found);
}

FrameMatch fill(const Frame& frame, const Article& article, const View& view, Trying trying, const Captured& captured) {
  FrameMatch match;
  match.frame = &frame;
  for (const auto& [name, span] : captured.roles) add_role(frame, article, view, name, span, match.roles);
  Captured found;
  for (const RoleSpec& role : frame.roles) {
    for (const Pattern& pattern : role.patterns) {
      if (has_role(match.roles, role.name)) break;
      if (!finds(pattern, view, trying, found)) continue;
      for (const auto& [name, span] : found.roles) {
        if (!has_role(match.roles, name)) add_role(frame, article, view, name, span, match.roles);
      }
    }
  }
  for (const auto& [qualifier, patterns] : frame.qualifiers) {
    for (const Pattern& pattern : patterns) {
      if (!finds(pattern, view, trying, found)) continue;
      match.qualifiers.push_back(qualifier);
      break;
    }
  }
  return match;
}

std::optional<FrameMatch> try_patterns(const Frame& frame, const std::vector<const Pattern*>& patterns,
                                       const Article& article, const View& view, Trying trying) {
  Captured captured;
  for (const Pattern* pattern : patterns) {
    if (finds(*pattern, view, trying, captured)) return fill(frame, article, view, trying, captured);
  }
  return std::nullopt;
}

/// Strict patterns of all frames first, then loose ones of all.
std::optional<FrameMatch> match(const std::vector<FrameCandidate>& frames, const Article& article, const View& view,
                                MentionKind kind, Trying trying) {
  for (const bool loose : {false, true}) {
    for (const FrameCandidate& candidate : frames) {
      const auto& kinds = candidate.frame->kinds;
      if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) continue;
      auto found = try_patterns(*candidate.frame, loose ? candidate.loose : candidate.strict, article, view, trying);
      if (!found) continue;
      found->loose = loose;
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<FrameCandidate> frame_candidates(const std::vector<Frame>& frames, const TriggerIndex& triggers,
                                             const Pattern::Words& words) {
  std::vector<FrameCandidate> found;
  const std::vector<std::uint32_t> triggered = triggers.triggered(words);
  if (triggered.empty()) return found;
  const PatternSieve::Sifted sifted = triggers.sieve().sift(words);
  for (const std::uint32_t place : triggered) {
    const Frame& frame = frames[place];
    FrameCandidate candidate{&frame, {}, {}};
    std::size_t pattern = triggers.first_pattern(place);
    for (const Pattern& strict : frame.value_patterns) {
      if (sifted.may_match(pattern++)) candidate.strict.push_back(&strict);
    }
    for (const Pattern& loose : frame.loose_patterns) {
      if (sifted.may_match(pattern++)) candidate.loose.push_back(&loose);
    }
    if (!candidate.strict.empty() || !candidate.loose.empty()) found.push_back(std::move(candidate));
  }
  return found;
}

std::optional<FrameMatch> match_frames(const std::vector<FrameCandidate>& frames, const Article& article,
                                       const View& view, MentionKind kind) {
  return match(frames, article, view, kind, Trying::with_words);
}

std::optional<FrameMatch> match_frames_without_prefilter(const std::vector<Frame>& frames, const Article& article,
                                                         const View& view, MentionKind kind) {
  std::vector<FrameCandidate> all;
  for (const Frame& frame : frames) {
    FrameCandidate& candidate = all.emplace_back(FrameCandidate{&frame, {}, {}});
    for (const Pattern& pattern : frame.value_patterns) candidate.strict.push_back(&pattern);
    for (const Pattern& pattern : frame.loose_patterns) candidate.loose.push_back(&pattern);
  }
  return match(all, article, view, kind, Trying::all);
}

}  // namespace crosscheck
