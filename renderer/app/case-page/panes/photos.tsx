import { useTranslation } from 'react-i18next';

/** Photographs of identity and injuries of one person. */
export const Photos = ({ caseId, partyId, readOnly }: { caseId: string; partyId: string; readOnly: boolean }) => {
  const { t } = useTranslation();
  return <p data-case={caseId} data-party={partyId} data-readonly={readOnly}>{t('parties.panel.identityPhotos')}</p>;
};
