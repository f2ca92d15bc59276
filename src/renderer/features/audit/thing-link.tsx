import { useSession } from '../../bridge/use-session.ts';
import { Link } from '../../ui/link.tsx';
import { placeOf, type Thing } from './audit-places.ts';

type ThingLinkProps = { readonly thing: Thing | null; readonly children: string };

/** The name of a thing, leading to where it is to be looked at, for whoever may see it there. */
export function ThingLink({ thing, children }: ThingLinkProps) {
  const rights = useSession()?.rights ?? [];
  const place = thing && placeOf(thing);
  if (!place || !rights.includes(place.right)) return <bdi>{children}</bdi>;
  return (
    <Link to={place.path} {...(place.query ? { query: place.query } : {})}>
      <bdi>{children}</bdi>
    </Link>
  );
}
