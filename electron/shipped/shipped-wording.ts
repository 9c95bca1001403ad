import doubts from '../../resources/wording/doubts.json' with { type: 'json' };
import facts from '../../resources/wording/facts.json' with { type: 'json' };
import papers from '../../resources/wording/papers.json' with { type: 'json' };
import rules from '../../resources/wording/rules.json' with { type: 'json' };
import steps from '../../resources/wording/steps.json' with { type: 'json' };
import topics from '../../resources/wording/topics.json' with { type: 'json' };
import type { WordingBundle } from '../../shared/wording/model.ts';

/** The words that come with the app; tests hold the files to their schemas. */
export const shippedWording = { ...doubts, ...facts, ...papers, ...rules, ...steps, ...topics } as unknown as WordingBundle;
