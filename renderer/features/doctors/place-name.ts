import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyRegion, BodySide } from '../../../shared/doctors/model.ts';

/** "Left ankle" 左踝部: the middle of the body goes without a side. */
export const usePlaceName = (): ((region: BodyRegion, side: BodySide) => string) => {
  const { t } = useTranslation();
  return useCallback(
    (region, side) =>
      side === 'middle'
        ? t(`doctors.region.${region}`)
        : t('doctors.body.place', { side: t(`doctors.side.${side}`), region: t(`doctors.region.${region}`).toLowerCase() }),
    [t],
  );
};
