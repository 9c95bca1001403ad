import type { TFunction } from 'i18next';
import type { FactValue } from '../../shared/facts/model.ts';
import type { FactTopic } from '../../shared/wording/model.ts';
import type { Format } from './format.ts';
import type { Wording } from './wording.ts';

type Tools = { t: TFunction; format: Format; say: Wording['say'] };

const filled = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' ');

/** The value of a fact as a person reads it. */
export const factWords = ({ t, format, say }: Tools, topic: FactTopic, value: FactValue): string => {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'choice': {
      const choice = topic.choices?.find((one) => one.id === value.choice);
      return choice === undefined ? value.choice : say(choice.name);
    }
    case 'money':
      return format.money(value.amountFen);
    case 'number':
      return format.number(value.number);
    case 'date':
      return value.on;
    case 'carers':
      return value.carers
        .map((one) =>
          filled([
            one.name,
            one.relation,
            one.days === null ? null : t('facts.words.days', { days: one.days }),
            one.incomeMonthlyFen === null ? null : t('facts.words.monthly', { amount: format.amount(one.incomeMonthlyFen) }),
          ]),
        )
        .join('; ');
    case 'dependants':
      return value.dependants
        .map((one) =>
          filled([
            one.name,
            one.relation,
            one.bornOn,
            one.supporters === null ? null : t('facts.words.supporters', { count: one.supporters }),
          ]),
        )
        .join('; ');
  }
};
