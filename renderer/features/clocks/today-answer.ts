import type { Api } from '../../app/api.ts';

/** What the core answers to "what does the day ask for". */
export type TodayAnswer = Awaited<ReturnType<Api['clocks']['today']>>;
export type TodayClock = TodayAnswer['clocks'][number];
