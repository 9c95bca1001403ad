import { addMinutes, chinaDateOf, chinaInstant } from '../../../shared/kernel/dates.ts';

export const dueChoices = ['today', 'tomorrow', 'threeDays'] as const;
export type DueChoice = (typeof dueChoices)[number];

const dayMinutes = 1_440;

/** The usual times of a promise, in China's civil time. After 17:00, "today" is the end of the day instead. */
export const dueFor = (choice: DueChoice, now: string): string => {
  switch (choice) {
    case 'today': {
      const five = chinaInstant(chinaDateOf(now), '17:00');
      return five > now ? five : chinaInstant(chinaDateOf(now), '23:00');
    }
    case 'tomorrow':
      return chinaInstant(chinaDateOf(addMinutes(now, dayMinutes)), '09:00');
    case 'threeDays':
      return chinaInstant(chinaDateOf(addMinutes(now, 3 * dayMinutes)), '09:00');
  }
};
