import { keysOf } from '@conoceles/domain/typed'

/** The questions of an auditor, in their order. `personal`: its answer tells private data of persons. */
export const PREGUNTAS = {
  sustituciones: { pregunta: '¿Se avisó en tiempo de cada sustitución?', personal: false },
  publico: { pregunta: '¿Qué era público un día, y de quiénes?', personal: false },
  reescritura: { pregunta: '¿Se reescribió algo?', personal: false },
  lecturas: { pregunta: '¿Quién leyó datos personales, cuándo y para qué?', personal: true },
  propias: { pregunta: '¿Qué preguntó la Auditoría sobre personas?', personal: false },
  cuentas: { pregunta: '¿Quién respondió por cada cuenta, y qué ha hecho?', personal: true },
  derechos: { pregunta: '¿Se cumplieron los plazos de los derechos ARCO?', personal: true },
  retiros: { pregunta: '¿Qué se retiró, y cuándo dejó de estar a la vista?', personal: true },
} as const satisfies Record<string, { pregunta: string; personal: boolean }>

export type ClavePregunta = keyof typeof PREGUNTAS
export const CLAVES_PREGUNTA = keysOf(PREGUNTAS)
