// Which frame a value belongs to, and what the sentence says about its roles.
#pragma once

#include <optional>
#include <vector>

#include "claim/view.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct FrameMatch {
  const Frame* frame = nullptr;
  std::vector<Role> roles;
  std::vector<std::string> qualifiers;
  bool loose = false;
};

/// A frame that may take a value of one sentence, with the patterns whose words stand there.
struct FrameCandidate {
  const Frame* frame = nullptr;
  std::vector<const Pattern*> strict, loose;
};

/// Once a sentence; `words` are its folded words, `triggers` those of `frames`.
std::vector<FrameCandidate> frame_candidates(const std::vector<Frame>& frames, const TriggerIndex& triggers,
                                             const Pattern::Words& words);

/// Once a value of the sentence.
std::optional<FrameMatch> match_frames(const std::vector<FrameCandidate>& frames, const Article& article,
                                       const View& view, MentionKind kind);

/// The oracle: every pattern of every frame tried, whatever words stand there.
std::optional<FrameMatch> match_frames_without_prefilter(const std::vector<Frame>& frames, const Article& article,
                                                         const View& view, MentionKind kind);

}  // namespace crosscheck
