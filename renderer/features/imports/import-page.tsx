import { LoadingState } from '../../ui/states/loading-state.tsx';

export const ImportPage = () => <LoadingState />;
