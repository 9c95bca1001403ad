import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DocumentKind } from '../../../shared/sync/published.ts';
import { useCore } from '../core-context.ts';
import { useFormat } from '../../i18n/use-format.ts';

type Flaw = { reason: string | null; place: string | null };

/** What is wrong with a document, and where; a clock is called by its name. */
export const flawText = (t: TFunction, exists: (key: string) => boolean, { reason, place }: Flaw): string => {
  const clock = `clocks.rules.field.${(place ?? '').replace(/^limits\./, '')}`;
  return t(`sync.document.reason.${reason ?? 'shape'}`, { place: exists(clock) ? t(clock) : (place ?? '') });
};

/** 不能用的公司文件: what came and could not be used, and that the one before is still in force. Nothing while all is well. */
export const RefusedDocument = ({ kind }: { kind: DocumentKind }) => {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { queries } = useCore();
  const { data } = useQuery(queries.sync.documents.queryOptions());
  const lines = (data ?? []).filter((line) => line.kind === kind);
  const refused = lines.find((line) => line.refused);
  if (refused === undefined) return null;
  const before = lines.find((line) => !line.refused);
  const facts = { kind: t(`sync.document.kind.${kind}`), version: refused.version, at: format.instant(refused.receivedAt) };
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginBottom: 8 }}
      title={
        <>
          <strong>{t('sync.document.refused', facts)}</strong>
          <br />
          {flawText(t, (key) => i18n.exists(key), refused)}{' '}
          {before === undefined ? t('sync.document.builtInStays') : t('sync.document.formerStays', { version: before.version })}
        </>
      }
    />
  );
};
