import { renderToStaticMarkup } from 'react-dom/server';
import { printCss } from './print-css.ts';
import { dayOf } from './words.ts';

export type Page = {
  title: string;
  reportNumber: string;
  version: number;
  checkCode: string;
  madeAt: string;
  byName: string | null;
  /** Markup of the content, as it went into the hash. */
  content: string;
};

const hint = '按 Ctrl+P 打印，或在打印窗口另存为 PDF。本页只能打开一次；关闭后请从案件页再次打印。';

/** The whole print page: no script, styles of its own, fonts from the app. */
export const pageMarkup = ({ title, reportNumber, version, checkCode, madeAt, byName, content }: Page): string => {
  // The maker stands in the foot: a line below the text could be alone on a last page.
  const made = [byName ?? '', dayOf(madeAt)].filter(Boolean).join(' ');
  const furniture = { head: title, report: `报案号 ${reportNumber}`, foot: `版本 ${version} · 校验码 ${checkCode} · 制作：${made}` };
  const markup = renderToStaticMarkup(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} ${reportNumber} 版本 ${version}`}</title>
        <link rel="stylesheet" href="/print.css" />
        {/* eslint-disable-next-line react/no-danger -- every value in it is written as a CSS string */}
        <style dangerouslySetInnerHTML={{ __html: printCss(furniture) }} />
      </head>
      <body>
        <div className="hint">{hint}</div>
        {/* Fonts come in slices that load when a sign is used; the page margins alone would not ask for theirs. */}
        <div className="fonts" aria-hidden="true">
          {Object.values(furniture).join(' ')} 第 0123456789 页 / 共 页 ABCDEF
        </div>
        <h1>{title}</h1>
        {/* eslint-disable-next-line react/no-danger -- markup that React made, see render.tsx */}
        <main dangerouslySetInnerHTML={{ __html: content }} />
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
};
