import { useTranslation } from 'react-i18next';
import { chinaDateOf } from '../../../shared/kernel/dates.ts';
import type { OfferSheet, SheetDeduction, SheetLine } from '../../../shared/offers/sheet-model.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ratioInWords } from './offer-view.ts';
import styles from './offers.module.css';

/** A deduction with the day it was announced, or in red that it was not. */
const DeductionLine = ({ row }: { row: SheetDeduction }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      −{format.amount(row.amountFen)} {row.reason}
      {row.clause === null ? '' : ` (${row.clause})`}{' '}
      {row.toldAt === null ? (
        <span className={styles['notTold']}>{t('offers.sheet.notTold')}</span>
      ) : (
        <span className={styles['told']}>{t('offers.sheet.told', { on: chinaDateOf(row.toldAt) })}</span>
      )}
    </div>
  );
};

const ItemRow = ({ line }: { line: SheetLine }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const more = [line.label, line.days === null ? null : t('offers.sheet.days', { days: line.days }), line.basis]
    .filter(Boolean)
    .join(' · ');
  return (
    <tr>
      <th scope="row">
        {t(`damages.kind.${line.kind}`)}
        {more === '' ? null : <div className={styles['second']}>{more}</div>}
      </th>
      <td className="tabular">{format.amount(line.claimedFen)}</td>
      <td className="tabular">{format.amount(line.computedFen)}</td>
      <td className="tabular">{format.amount(line.allowedFen)}</td>
      <td className={styles['words']}>
        {line.deductions.map((row) => (
          <DeductionLine key={row.id} row={row} />
        ))}
      </td>
    </tr>
  );
};

const unshared: readonly OfferSheet['payers'][number]['layer'][] = ['compulsory', 'uninsuredCompulsory', 'lump'];

const PayerTable = ({ sheet }: { sheet: OfferSheet }) => {
  const { t } = useTranslation();
  const format = useFormat();
  // Compulsory cover pays whatever the share of fault is.
  const ratioOf = ({ layer, vehicle }: OfferSheet['payers'][number]): string => {
    const ratio = sheet.shares.find((one) => one.vehicle === vehicle)?.ratio;
    return ratio === undefined || unshared.includes(layer) ? '' : t('offers.sheet.ratio', { ratio: ratioInWords(ratio) });
  };
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          {(['payer', 'due', 'alreadyPaid', 'refunds', 'toParty'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`offers.sheet.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheet.payers.map((one) => (
          <tr key={`${one.payer} ${one.layer}`}>
            <th scope="row">
              {t(`offers.layer.${one.layer}`)}
              <div className={styles['second']}>
                {[one.ours ? t('offers.sheet.ours') : one.vehicle, ratioOf(one)].filter(Boolean).join(' · ')}
              </div>
            </th>
            {[one.dueFen, one.alreadyPaidFen, one.refundsFen, one.toPartyFen].map((fen, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- four fixed columns
              <td key={i} className="tabular">
                {format.amount(fen)}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('offers.sheet.ownShare')}</th>
          <td className="tabular">{format.amount(sheet.ownShareFen)}</td>
          <td />
          <td />
          <td />
        </tr>
        <tr>
          <th scope="row">{t('offers.sheet.receives')}</th>
          <td />
          <td />
          <td />
          <td className="tabular">
            <strong>{format.amount(sheet.receivesFen)}</strong>
          </td>
        </tr>
      </tbody>
    </table>
  );
};

/** The whole content of a version, as it was frozen when it was made. */
export const SheetTable = ({ sheet }: { sheet: OfferSheet }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {(['item', 'claimed', 'computed', 'allowed', 'deducted'] as const).map((name) => (
              <th key={name} scope="col" className={name === 'deducted' ? styles['words'] : undefined}>
                {t(`offers.sheet.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => (
            <ItemRow key={line.itemId} line={line} />
          ))}
          <tr>
            <th scope="row">{t('offers.sheet.total')}</th>
            <td className="tabular">{format.amount(sheet.claimedFen)}</td>
            <td />
            <td className="tabular">
              <strong>{format.amount(sheet.allowedFen)}</strong>
            </td>
            <td className={styles['words']}>
              <span className="tabular">−{format.amount(sheet.deductedFen)}</span>
            </td>
          </tr>
        </tbody>
      </table>
      <PayerTable sheet={sheet} />
      <p className={styles['second']}>
        {sheet.lumpReason === null
          ? t('offers.sheet.ground', { ruleSet: sheet.ruleSet, pack: sheet.packId, version: sheet.packVersion })
          : t('offers.sheet.lump', { reason: sheet.lumpReason })}
      </p>
    </div>
  );
};
