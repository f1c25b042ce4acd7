import { expect, it } from 'vitest';
import { SETTINGS } from '../model/settings.ts';
import { missingFor, type Stated } from './stated.ts';

const EMPTY = { name: '', contact: '', address: '', email: '', phone: '' };
const FULL = { name: 'Beispiel GmbH', contact: 'Frau Beispiel', address: 'Weg 1', email: 'a@example.com', phone: '1' };
const stated = (part: Partial<Stated['controller']>): Stated => ({
  ...SETTINGS,
  controller: { ...SETTINGS.controller, ...part },
});

it('names all that a format needs and nobody has said, and asks for nothing in a format of ours', () => {
  expect(missingFor('dpv', stated(EMPTY))).toEqual(['controller.name', 'controller.contact']);
  expect(missingFor('kantara', stated(EMPTY))).toEqual([
    'controller.name',
    'controller.contact',
    'controller.address',
    'controller.email',
    'controller.phone',
  ]);
  expect(missingFor('json', stated(EMPTY))).toEqual([]);
});

it('asks for nothing that was said', () => {
  expect(missingFor('kantara', stated(FULL))).toEqual([]);
  expect(missingFor('kantara', stated({ ...FULL, email: '' }))).toEqual(['controller.email']);
});
