export const peopleProblemCodes = [
  'person.name-taken',
  'person.last-one',
  'request.own',
  'request.over-authority',
  'limits.same',
  'limits.day-passed',
] as const;
