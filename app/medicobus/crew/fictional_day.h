// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/programme.h"

#include <QStringList>

namespace medicobus::app {

class DayPage;
class PersonChoice;
class Workspace;

/// Fills an empty list of a fictional programme with fictional persons, some of them already received, for
/// the pictures of the screens. Does nothing on a real programme, or when somebody is on the list.
void fillFictionalDay(Workspace& workspace, const plan::OccurrenceId& passage);

/// In a fictional programme where nothing is to be settled: two persons booked at a later passage, which is
/// then cancelled.
void fillFictionalTodo(Workspace& workspace);

/// In a fictional programme: two persons wait for a place where this passage is held.
void fillFictionalWaiting(Workspace& workspace, const plan::OccurrenceId& passage);

/// In a fictional programme: what a crew would note of the place of this passage.
void noteFictionalStop(Workspace& workspace, const plan::OccurrenceId& passage);

/// In a fictional programme where nobody waits: three requests by telephone, and somebody expected on the
/// next day of visits.
void fillFictionalCalls(Workspace& workspace);
/// A commune of the programme with a stop in it and others near; empty when there is none.
QString fictionalCaller(Workspace& workspace);

/// In a fictional programme: the bus has departed, and its position says that it stands at the day's first
/// stop.
void arriveByPosition(Workspace& workspace, DayPage& day);

/// The family name of somebody whom nobody knows yet.
inline constexpr const char* strangersName = "Inventé-de-la-Coudre";

/// What these write that is in no language of the screens: names, a cause typed by hand.
QStringList fictionalWords();

/// In a fictional programme whose day is filled: one of its persons is entered a second time, with slips, and
/// chosen beside the first.
void enterTwice(Workspace& workspace, PersonChoice& choice);

/// In a fictional programme: the visit of this appointment is recorded, then corrected.
void correctFictionalVisit(Workspace& workspace, const QString& appointment);

} // namespace medicobus::app
