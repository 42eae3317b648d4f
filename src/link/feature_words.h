// The features of the linker's models in words, with what each of them added.
#pragma once

#include <string>
#include <vector>

#include "link/facts.h"

namespace crosscheck {

/// What spoke for and against, strongest first, at most eight; what hardly weighs is left out.
std::vector<Evidence> evidence_of(const Logistic& model, const ProfilePair& pair, const Claim& a, const Claim& b);
std::vector<Evidence> evidence_of(const Logistic& model, const ClassPair& pair);

}  // namespace crosscheck
