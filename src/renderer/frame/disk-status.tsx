import { HardDrive } from 'lucide-react';
import { toldBytes } from '../../shared/domain/disk-room.ts';
import { useApiQuery } from '../bridge/api-query.ts';
import { useApp } from '../ui/app-context.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import styles from './status-line.module.css';

/** How much room is left on the disk, where that is little. */
export function DiskStatus() {
  const { text, format } = useApp();
  const disk = useApiQuery('disk.state', {}).data;
  if (!disk || disk.level === 'good') return null;
  const { freeBytes, wasRefused, level } = disk;
  const words =
    wasRefused || freeBytes === null
      ? text('disk.full')
      : text('disk.left', { free: format.bytes(toldBytes(freeBytes)) });
  return (
    <span className={joinClasses(styles.disk, level === 'bad' ? styles.bad : styles.needsLook)}>
      <HardDrive aria-hidden="true" />
      <span title={words}>{words}</span>
    </span>
  );
}
