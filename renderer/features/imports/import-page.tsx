import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/imports/contract.ts';
import { useCore } from '../../app/core-context.ts';
import { useGo } from '../../app/go.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card/card.tsx';
import { useShortcut } from '../../ui/shortcuts/shortcuts.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ChooseFile, ListHints } from './choose-file.tsx';
import styles from './imports.module.css';
import { MappingTable } from './mapping-table.tsx';
import { PreviewTable } from './preview-table.tsx';
import { useImport, useSaveBadRows, type Import, type ImportFailure, type ImportState } from './use-import.ts';

const Failure = ({ failure }: { failure: ImportFailure }) => {
  const { t } = useTranslation();
  const { text, next, reference } = failure;
  const about = next ?? (reference === null ? undefined : t('common.state.reference', { reference }));
  return <Alert type="error" showIcon role="alert" title={text} {...(about === undefined ? {} : { description: about })} />;
};

const BadRowsButton = ({ flow, preview }: { flow: Import; preview: ImportPreview }) => {
  const { t } = useTranslation();
  const saveBadRows = useSaveBadRows(flow);
  if (preview.bad === 0) return null;
  return <Button onClick={() => void saveBadRows(preview)}>{t('imports.action.badRows', { count: preview.bad })}</Button>;
};

/** Sheet, columns and rows of a list that was read, and the button that takes the good ones. */
const Preview = ({ flow, state }: { flow: Import; state: Extract<ImportState, { phase: 'preview' }> }) => {
  const { t } = useTranslation();
  const { preview, busy } = state;
  const none = preview.good === 0 || busy;
  useShortcut(none ? null : { combo: 'ctrl+enter', label: t('imports.action.takeShort'), run: () => void flow.take(preview) });
  const actions = (
    <>
      <Button onClick={flow.again}>{t('imports.action.other')}</Button>
      <BadRowsButton flow={flow} preview={preview} />
      <Button key={preview.importId} type="primary" autoFocus disabled={none} onClick={() => void flow.take(preview)}>
        {t('imports.action.take', { count: preview.good })} <kbd>Ctrl ⏎</kbd>
      </Button>
    </>
  );
  const sheets = preview.sheets.map((value) => ({ value, label: value }));
  return (
    <>
      <Card
        title={t('imports.mapping.title')}
        note={t('imports.mapping.note')}
        extra={
          <>
            {sheets.length > 1 ? (
              <label className={styles['sheet']}>
                {t('imports.mapping.sheet')}
                <Select<string>
                  size="small"
                  value={preview.sheet}
                  options={sheets}
                  disabled={busy}
                  popupMatchSelectWidth={false}
                  onChange={(sheet) => void flow.remap(preview, sheet, null)}
                />
              </label>
            ) : null}
            <Button size="small" disabled={busy} onClick={() => void flow.remap(preview, preview.sheet, null)}>
              {t('imports.mapping.again')}
            </Button>
          </>
        }
      >
        <MappingTable preview={preview} disabled={busy} onChange={(mapping) => void flow.remap(preview, preview.sheet, mapping)} />
      </Card>
      <Card title={preview.fileName} note={t('imports.preview.total', { count: preview.total })} extra={actions}>
        <PreviewTable key={`${preview.sheet} ${busy}`} preview={preview} busy={busy} />
      </Card>
    </>
  );
};

const Taking = ({ state }: { state: Extract<ImportState, { phase: 'taking' }> }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { done, total } = state.progress;
  return (
    <Card title={t('imports.taking.title')} note={state.preview.fileName}>
      <Progress percent={total === 0 ? 100 : Math.floor((100 * done) / total)} aria-label={t('imports.taking.title')} />
      <p role="status" className="tabular">
        {t('imports.taking.progress', { done: format.number(done), total: format.number(total) })}
      </p>
    </Card>
  );
};

/** What became of a list: how many were added, what was left out and why, and where to go now. */
const Summary = ({ flow, state }: { flow: Import; state: Extract<ImportState, { phase: 'done' }> }) => {
  const { t } = useTranslation();
  const go = useGo();
  const { preview, progress, cut } = state;
  const lines = [
    t('imports.done.added', { count: progress.added }),
    ...(preview.alreadyThere + progress.done - progress.added > 0
      ? [t('imports.done.there', { count: preview.alreadyThere + progress.done - progress.added })]
      : []),
    ...(preview.bad > 0 ? [t('imports.done.bad', { count: preview.bad })] : []),
  ];
  const actions = (
    <>
      {cut ? (
        <Button type="primary" autoFocus onClick={() => void flow.take(preview)}>
          {t('imports.done.goOn')}
        </Button>
      ) : null}
      <Button type={cut ? 'default' : 'primary'} autoFocus={!cut} onClick={() => go.cases()}>
        {t('imports.done.open')}
      </Button>
      <BadRowsButton flow={flow} preview={preview} />
      <Button onClick={flow.again}>{t('imports.done.again')}</Button>
    </>
  );
  return (
    <Card title={t(cut ? 'imports.done.cutTitle' : 'imports.done.title')} note={preview.fileName}>
      <div role="status">
        <EmptyState
          title={lines.join(t('imports.done.between'))}
          text={t(cut ? 'imports.done.cut' : 'imports.done.text')}
          actions={actions}
        />
      </div>
    </Card>
  );
};

/** 导入: a list of reported claims, from a file to cases. Nothing is written before the good rows are taken. */
export const ImportPage = () => {
  const { t } = useTranslation();
  const { queries } = useCore();
  const { data: me } = useQuery(queries.people.me.queryOptions());
  const flow = useImport();
  const { state, failure } = flow;
  if (me !== undefined && !me.may.includes('case.import')) {
    return (
      <Card title={t('imports.page.title')}>
        <EmptyState title={t('imports.page.mayNot')} text={t('imports.page.mayNotText')} />
      </Card>
    );
  }
  return (
    <div className={styles['page']}>
      <h1 className="visually-hidden">{t('nav.page.import')}</h1>
      {failure === null ? null : <Failure failure={failure} />}
      {state.phase === 'choose' ? (
        <Card title={t('imports.page.title')} note={t('imports.page.note')}>
          <ChooseFile onFile={(file) => void flow.choose(file)} />
          <ListHints />
        </Card>
      ) : null}
      {state.phase === 'reading' ? (
        <Card title={t('imports.reading.title')} note={state.fileName}>
          <Progress percent={100} status="active" showInfo={false} aria-label={t('imports.reading.title')} />
          <p role="status">{t('imports.reading.text')}</p>
        </Card>
      ) : null}
      {state.phase === 'preview' ? <Preview flow={flow} state={state} /> : null}
      {state.phase === 'taking' ? <Taking state={state} /> : null}
      {state.phase === 'done' ? <Summary flow={flow} state={state} /> : null}
    </div>
  );
};
