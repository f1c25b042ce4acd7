import type { DetailsWording } from '../details-wording.ts';

export const fr: DetailsWording = {
  language: 'fr',
  controller: (name) => `Responsable du traitement : ${name}.`,
  host: 'Responsable du traitement : l’hôte de cette réunion.',
  contact: (where) => `Contact pour vos données : ${where}.`,
  noContact: 'Contact pour vos données : l’hôte, ici dans la réunion.',
  needed: 'nécessaire',
  choice: 'au choix',
  bases: {
    consent: 'Base légale : votre consentement (RGPD art. 6(1)(a)).',
    contract: 'Base légale : un contrat (RGPD art. 6(1)(b)).',
    'legal-obligation': 'Base légale : une obligation légale (RGPD art. 6(1)(c)).',
    'vital-interests': 'Base légale : des intérêts vitaux (RGPD art. 6(1)(d)).',
    'public-task': 'Base légale : une mission publique (RGPD art. 6(1)(e)).',
    'legitimate-interests':
      'Base légale : des intérêts légitimes (RGPD art. 6(1)(f)) ; vous avez un droit d’opposition.',
  },
  recipients: (who) => `Destinataires : ${who}.`,
  nobody: 'Destinataires : personne d’autre ; tout reste chez l’hôte.',
  policy: (url) => `Politique de confidentialité : ${url}`,
  free: 'La réponse est libre ; dire non est sans conséquence, et la réunion continue.',
  rights: 'Vos droits : accès, rectification, effacement, limitation et copie.',
  withdrawal:
    'Une réponse peut être reprise à tout moment, ici dans le chat, aussi simplement qu’elle a été donnée ; ce qui précède reste licite.',
  complaint: 'Réclamations : l’autorité de protection des données de votre lieu de vie ou de travail.',
  profiles: {
    gdpr: 'UE : droits des art. 15 à 22 du RGPD ; pour un autre but, la question serait posée à nouveau.',
    'uk-gdpr': 'Royaume-Uni : droits des art. 15 à 22 du UK GDPR ; réclamations auprès de l’ICO.',
    fadp: 'Suisse (LPD art. 19) : réclamations auprès du PFPDT.',
    lgpd: 'Brésil (LGPD art. 9, 18) : confirmation, accès, portabilité, effacement ; réclamations auprès de l’ANPD.',
    pipeda:
      'Canada (LPRPDE) : seulement pour les buts ci-dessus ; questions au contact ci-dessus, plaintes au Commissariat.',
    ccpa: 'Californie (CCPA) : catégories : son et, si choisi, image ; pour les buts et la durée ci-dessus et pour les seules personnes nommées.',
    'us-state-privacy':
      'États-Unis, lois des États : accès, rectification et suppression ; demandes au contact ci-dessus.',
  },
};
