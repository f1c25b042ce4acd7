import type { DetailsWording } from '../details-wording.ts';

export const pt: DetailsWording = {
  language: 'pt',
  controller: (name) => `Responsável pelo tratamento: ${name}.`,
  host: 'Responsável pelo tratamento: o anfitrião desta reunião.',
  contact: (where) => `Contato para os seus dados: ${where}.`,
  noContact: 'Contato para os seus dados: o anfitrião, aqui na reunião.',
  needed: 'necessário',
  choice: 'à sua escolha',
  bases: {
    consent: 'Base legal: o seu consentimento (RGPD art. 6(1)(a)).',
    contract: 'Base legal: um contrato (RGPD art. 6(1)(b)).',
    'legal-obligation': 'Base legal: uma obrigação legal (RGPD art. 6(1)(c)).',
    'vital-interests': 'Base legal: interesses vitais (RGPD art. 6(1)(d)).',
    'public-task': 'Base legal: uma missão pública (RGPD art. 6(1)(e)).',
    'legitimate-interests': 'Base legal: interesses legítimos (RGPD art. 6(1)(f)); com direito de oposição.',
  },
  recipients: (who) => `Quem mais recebe: ${who}.`,
  nobody: 'Quem mais recebe: mais ninguém; fica com o anfitrião.',
  policy: (url) => `Política de privacidade: ${url}`,
  free: 'A resposta é livre; uma recusa fica sem consequências, e a reunião segue.',
  rights: 'Os seus direitos: acesso, correção, eliminação, limitação e cópia.',
  withdrawal:
    'Toda resposta se pode mudar a qualquer momento aqui no chat, tão fácil como foi dada; o anterior continua lícito.',
  complaint: 'Reclamações: a autoridade de proteção de dados de onde vive ou trabalha.',
  profiles: {
    gdpr: 'UE: direitos dos arts. 15 a 22 do RGPD; para outro fim a pergunta seria feita de novo.',
    'uk-gdpr': 'Reino Unido: direitos dos arts. 15 a 22 do UK GDPR; reclamações à ICO.',
    fadp: 'Suíça (LPD art. 19): reclamações ao PFPDT.',
    lgpd: 'Brasil (LGPD arts. 9 e 18): confirmação, acesso, portabilidade, eliminação; reclamações à ANPD.',
    pipeda: 'Canadá (PIPEDA): só para os fins indicados; perguntas ao contato indicado, queixas ao Comissário.',
    ccpa: 'Califórnia (CCPA): categorias: som e, se escolhida, imagem; para os fins e o tempo indicados e só para quem é nomeado.',
    'us-state-privacy': 'Estados Unidos, leis estaduais: acesso, correção e eliminação; pedidos ao contato indicado.',
  },
};
