const ownLabel = /^(participation|lift|ruleSet|compulsory\.|commercial\.|seat\.|statistics\.urbanForAll)/;

/** The word for a field: its own name, or that of the part it explains. */
export const labelOf = (path: string): string => {
  if (path.endsWith('standardRegion.region')) return 'standardRegion';
  if (path.endsWith('standardRegion.reason')) return 'standardRegionReason';
  return ownLabel.test(path) ? path.replaceAll('.', '_') : (path.split('.').at(-1) ?? path);
};
