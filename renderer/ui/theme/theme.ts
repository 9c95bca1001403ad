import { theme, type ThemeConfig } from 'antd';
import type { Palette, ThemeName } from './palette.ts';

export const fontFamily = "'Noto Sans SC Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

const algorithms = (name: ThemeName) =>
  name === 'dark' ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.defaultAlgorithm, theme.compactAlgorithm];

const seed = (colours: Palette): NonNullable<ThemeConfig['token']> => ({
  colorPrimary: colours.accent,
  colorPrimaryHover: colours.accentHover,
  colorLinkHover: colours.accentHover,
  colorInfo: colours.accent,
  colorLink: colours.accent,
  colorSuccess: colours.done,
  colorWarning: colours.soon,
  colorError: colours.overdue,
  colorSuccessBg: colours.doneTint,
  colorSuccessBorder: colours.border,
  colorWarningBg: colours.soonTint,
  colorWarningBorder: colours.border,
  colorErrorBg: colours.overdueTint,
  colorErrorBorder: colours.border,
  colorInfoBg: colours.accentTint,
  colorInfoBorder: colours.border,
  colorText: colours.text,
  colorTextSecondary: colours.second,
  colorTextDescription: colours.second,
  colorTextPlaceholder: colours.second,
  colorBgLayout: colours.ground,
  colorBgContainer: colours.card,
  // Dialogs and lists that drop down are cards as well; the dark algorithm would make them a brown of its own.
  colorBgElevated: colours.card,
  colorBorder: colours.border,
  colorBorderSecondary: colours.border,
  colorTextLightSolid: colours.onAccent,
  fontFamily,
  // The compact algorithm takes one size less: components come out at 14 px, controls at 28.
  fontSize: 16,
  borderRadius: 6,
  borderRadiusLG: 8,
  boxShadow: 'none',
  boxShadowTertiary: 'none',
  controlHeight: 32,
  // A day's work opens hundreds of dialogs by key: each is there in an eighth of a second instead of a third.
  motionUnit: 0.04,
});

/** The look as tokens of the component library: compact, flat, one-pixel borders. */
export const themeOf = (name: ThemeName, colours: Palette): ThemeConfig => ({
  algorithm: algorithms(name),
  token: seed(colours),
  components: {
    Table: {
      cellFontSize: 13,
      cellPaddingBlock: 6,
      cellPaddingInline: 8,
      headerBg: colours.sunken,
      headerColor: colours.text,
      colorTextDisabled: colours.second,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Menu: { itemBg: 'transparent', itemSelectedBg: colours.accentTint },
    Segmented: { itemSelectedBg: colours.card, trackBg: colours.ground },
  },
});
