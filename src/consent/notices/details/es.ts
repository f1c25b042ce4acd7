import type { DetailsWording } from '../details-wording.ts';

export const es: DetailsWording = {
  language: 'es',
  controller: (name) => `Responsable del tratamiento: ${name}.`,
  host: 'Responsable del tratamiento: el anfitrión de esta reunión.',
  contact: (where) => `Contacto para sus datos: ${where}.`,
  noContact: 'Contacto para sus datos: el anfitrión, aquí en la reunión.',
  needed: 'necesario',
  choice: 'a su elección',
  bases: {
    consent: 'Base legal: su consentimiento (RGPD art. 6(1)(a)).',
    contract: 'Base legal: un contrato (RGPD art. 6(1)(b)).',
    'legal-obligation': 'Base legal: una obligación legal (RGPD art. 6(1)(c)).',
    'vital-interests': 'Base legal: intereses vitales (RGPD art. 6(1)(d)).',
    'public-task': 'Base legal: una misión pública (RGPD art. 6(1)(e)).',
    'legitimate-interests': 'Base legal: intereses legítimos (RGPD art. 6(1)(f)); tiene derecho de oposición.',
  },
  recipients: (who) => `Quién más lo recibe: ${who}.`,
  nobody: 'Quién más lo recibe: ninguna otra persona; se queda con el anfitrión.',
  policy: (url) => `Política de privacidad: ${url}`,
  free: 'La respuesta es libre; negarse no tiene consecuencias, y la reunión sigue.',
  rights: 'Sus derechos: acceso, rectificación, supresión, limitación y copia.',
  withdrawal:
    'Toda respuesta se puede cambiar en cualquier momento aquí en el chat, tan fácil como se dio; lo anterior sigue siendo lícito.',
  complaint: 'Reclamaciones: la autoridad de protección de datos de donde vive o trabaja.',
  profiles: {
    gdpr: 'UE: derechos de los arts. 15 a 22 del RGPD; para otro fin se le preguntaría de nuevo.',
    'uk-gdpr': 'Reino Unido: derechos de los arts. 15 a 22 del UK GDPR; reclamaciones ante la ICO.',
    fadp: 'Suiza (LPD art. 19): reclamaciones ante el PFPDT.',
    lgpd: 'Brasil (LGPD arts. 9, 18): confirmación, acceso, portabilidad, supresión; reclamaciones ante la ANPD.',
    pipeda: 'Canadá (PIPEDA): solo para los fines indicados; preguntas al contacto indicado, quejas al Comisionado.',
    ccpa: 'California (CCPA): categorías: sonido y, si se elige, imagen; para los fines y el tiempo indicados y solo para quienes se nombran.',
    'us-state-privacy':
      'Estados Unidos, leyes estatales: acceso, rectificación y eliminación; solicitudes al contacto indicado.',
  },
};
