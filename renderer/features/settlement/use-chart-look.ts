import { theme } from 'antd';
import { useMemo } from 'react';
import type { ChartLook } from '../../../shared/settlement/charts/chart-look.ts';

/** The colours of the theme for the pictures; amber and red say the same as everywhere: told, and not told. */
export const useChartLook = (): ChartLook => {
  const { token } = theme.useToken();
  const { colorPrimary, colorSuccess, colorWarning, colorError, colorText, colorTextSecondary, colorBorder, colorBgContainer, fontFamily } =
    token;
  return useMemo(
    () => ({
      text: colorText,
      second: colorTextSecondary,
      border: colorBorder,
      card: colorBgContainer,
      start: colorPrimary,
      end: colorSuccess,
      told: colorWarning,
      untold: colorError,
      layers: {
        compulsory: colorPrimary,
        uninsuredCompulsory: colorError,
        commercial: colorSuccess,
        seat: colorWarning,
        person: colorTextSecondary,
        own: colorBorder,
      },
      fontFamily,
      fontSize: 11,
      animation: false,
    }),
    [colorPrimary, colorSuccess, colorWarning, colorError, colorText, colorTextSecondary, colorBorder, colorBgContainer, fontFamily],
  );
};
