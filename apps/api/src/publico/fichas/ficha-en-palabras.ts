/** Sentences of a card: those of the page of the candidatura (tests/unit/ficha-pdf.test.ts), with the institute's siglas in their place. */
export const PALABRAS = {
  sinFotografia: 'Sin fotografía publicada',
  consecutiva: 'Busca la elección consecutiva: ya ocupa este cargo.',
  formula: 'Se votan juntas: si falta quien es titular, entra su suplente.',
  grupos: 'Grupos en situación de discriminación',
  registro: 'Registro de esta información',
  sinDato: 'No proporcionó',
  sinTemas: 'No eligió temas.',
  pasa: 'Ahora está en otro lugar:',
  yaNoCompite: 'Ya no compite en este lugar.',
  boleta: 'Su nombre puede seguir en boletas que ya estaban impresas.',
  retirada: 'Lo que esta persona había capturado ya no se publica.',
  calidad: { propietaria: 'Titular', suplente: 'Suplente' },
  salida: { sustituida: 'Otra persona ocupa el lugar de esta candidatura', cancelada: 'Esta candidatura se canceló' },
  origen: {
    accion_afirmativa: 'Se registró por la acción afirmativa de este grupo.',
    publicacion_autorizada: 'La persona autorizó publicar que pertenece a este grupo.',
  },
  reserva: {
    persona: 'Por determinación del {siglas}, la información de esta ficha no se muestra.',
    parcial: 'Por determinación del {siglas}, una parte de esta ficha no se muestra.',
  },
  blanco: {
    sin_captura: 'Todavía no envía su respuesta.',
    en_revision: 'Ya contestó. {siglas} lo está revisando antes de publicarlo.',
    observada: '{siglas} hizo observaciones a este texto y espera la corrección.',
    pausada: '{siglas} pausó este texto.',
    no_proporcionada: 'No proporcionó este dato.',
    reservada: 'Este texto no se muestra.',
  },
  seccion: {
    sin_captura: 'Todavía no envía esta parte.',
    en_revision: 'Ya contestó esta parte. {siglas} la está revisando antes de publicarla.',
    observada: '{siglas} hizo observaciones a esta parte y espera la corrección.',
    pausada: '{siglas} pausó esta parte.',
    reservada: 'Por determinación del {siglas}, esta parte no se muestra.',
  },
  sinVerificar: '{siglas} todavía no la verifica',
  pausaAbierta: 'Termina cuando {siglas} lo decida.',
} as const

/** The sentence of a word of the public answer, or the word itself when there is none. */
export function fraseDe(frases: Readonly<Record<string, string>>, palabra: string): string {
  return frases[palabra] ?? palabra
}
