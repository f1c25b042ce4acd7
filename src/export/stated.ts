import type { ExportFormat } from '../model/export.ts';
import type { SettingPath, Settings } from '../model/settings.ts';

/**
 * What records in other people's formats say of whoever is responsible. The log does not hold it: it is what is settled when the export is made,
 * and the export says so.
 */
export type Stated = Pick<Settings, 'controller' | 'recipients' | 'basis' | 'place' | 'specialCategory'>;

const NEEDED: Readonly<Partial<Record<ExportFormat, readonly SettingPath[]>>> = {
  /** Name and a way to reach the controller are among the MUSTs of the guide (party: name, contact). */
  dpv: ['controller.name', 'controller.contact'],
  /** Required members of piiControllers in the public schema. */
  kantara: ['controller.name', 'controller.contact', 'controller.address', 'controller.email', 'controller.phone'],
};

/** Settings without which a format would not be valid; none: it can be made. */
export function missingFor(format: ExportFormat, { controller }: Stated): SettingPath[] {
  return (NEEDED[format] ?? []).filter((path) => {
    const key = path.slice(path.indexOf('.') + 1) as keyof Stated['controller'];
    return controller[key] === '';
  });
}
