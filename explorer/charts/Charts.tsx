import { Suspense, lazy } from 'react';
import type { PublicationFilter } from '../generated/graphql.ts';
import { Boundary } from '../parts/Boundary.tsx';
import { Skeleton } from '../parts/states.tsx';
import type { ListState, Update } from '../state.ts';
import { texts } from '../texts.ts';
import { Heat } from './Heat.tsx';
import { Top } from './Top.tsx';
import { Years } from './Years.tsx';

const WorldMap = lazy(() => import('./WorldMap.tsx'));

/** The list that every chart counts, and the function that filters it. */
export interface ChartProps {
  state: ListState;
  update: Update;
  search: string | null;
  filter: PublicationFilter | null;
}

/** The charts of a list of publications. Each sends one query. */
export default function Charts(props: ChartProps) {
  return (
    <div className="charts">
      <Years {...props} />
      <Boundary>
        <Suspense fallback={<Skeleton lines={8} />}>
          <WorldMap {...props} />
        </Suspense>
      </Boundary>
      <Heat {...props} />
      <Top {...props} dimension="contributors" by="CONTRIBUTOR" title={texts.charts.contributors} />
      <Top {...props} dimension="topics" by="TOPIC" title={texts.charts.topics} />
    </div>
  );
}
