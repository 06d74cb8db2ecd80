import { keysOf } from '../../base/typed.ts'

/** A field that the sentences of a document may name between braces. */
export interface CampoPlantilla {
  significado: string
  ejemplo: string
}

/** A part of a document whose words are data. */
export interface PartePlantilla {
  nombre: string
  ayuda?: string
  /** Fields without which the document would not say what it must; of each list, one is enough. */
  exige?: readonly (readonly string[])[]
  /** It may be left blank, and is then not printed. */
  opcional?: true
  /** One line: a title or an asunto. */
  renglon?: true
  /** Words of a part that the pack does not word. */
  texto?: string
}

interface PlantillaDeclarada {
  nombre: string
  campos: Readonly<Record<string, CampoPlantilla>>
  partes: Readonly<Record<string, PartePlantilla>>
}

/** Documents whose sentences the secretaría words: their fields and their parts, in the order in which they are printed. */
export const PLANTILLAS = {
  oficio: {
    nombre: 'Oficio de remisión',
    campos: {
      documentos: { significado: 'Los documentos que se remiten', ejemplo: 'el informe del avance cuantitativo de abril de 2024' },
      remite: { significado: '«Se remite» o «Se remiten»', ejemplo: 'Se remite' },
      apertura: { significado: 'El fundamento confirmado, o «En cumplimiento de»', ejemplo: 'En cumplimiento de' },
      aprobacion: {
        significado: 'Qué órgano aprobó cada documento y cuándo; nada, si no consta',
        ejemplo: 'El documento fue aprobado en sesión.',
      },
      entregables: { significado: 'Los entregables por su nombre', ejemplo: '«Informe de avance cuantitativo»' },
      actividades: { significado: 'Los números de sus actividades', ejemplo: '11.14' },
      proceso: { significado: 'Nombre del proceso electoral', ejemplo: 'Proceso Electoral de Ejemplo' },
      instituto: { significado: 'Nombre del Instituto', ejemplo: 'Instituto Electoral de Ejemplo' },
    },
    partes: {
      asunto: { nombre: 'Asunto', renglon: true, exige: [['documentos', 'entregables', 'actividades']] },
      cuerpo: {
        nombre: 'Cuerpo y despedida',
        ayuda: 'Un renglón en blanco separa los párrafos. El párrafo que quede vacío no se imprime.',
        exige: [['documentos', 'entregables', 'actividades']],
      },
    },
  },
  convocatoria: {
    nombre: 'Convocatoria',
    campos: {
      sesion: { significado: 'La sesión, con su órgano', ejemplo: 'Segunda Sesión Ordinaria de la Comisión' },
      sesion_breve: { significado: 'La sesión, sin su órgano', ejemplo: 'Segunda Sesión Ordinaria' },
      dia: { significado: 'El día, con su nombre', ejemplo: 'martes 23 de abril de 2024' },
      hora: { significado: 'La hora, con una coma antes; nada, si no se sabe', ejemplo: ', a las 12:00 horas' },
      lugar: { significado: 'Dónde y cómo se reúne, con una coma antes', ejemplo: ', en la Sala de Sesiones' },
      apertura: {
        significado: '«Por medio del presente», y antes el fundamento si se confirmó',
        ejemplo: 'Por medio del presente',
      },
      convoca: {
        significado: '«Se les convoca», y antes el fundamento si se confirmó',
        ejemplo: 'Se les convoca',
      },
      conducto: {
        significado: 'Por conducto de quién, entre comas; nada, si no consta',
        ejemplo: ', por conducto de la Secretaría Ejecutiva,',
      },
      documentos: { significado: 'Los documentos que la acompañan', ejemplo: 'proyecto-de-acuerdo.pdf' },
    },
    partes: {
      asunto: { nombre: 'Asunto', renglon: true, exige: [['sesion', 'sesion_breve']] },
      apertura: { nombre: 'Antes del orden del día', exige: [['sesion'], ['dia'], ['hora'], ['lugar']] },
      documentos: {
        nombre: 'Después del orden del día, si lleva documentos',
        ayuda: 'Sólo se imprime cuando la acompañan documentos.',
        exige: [['documentos']],
      },
      cierre: { nombre: 'Despedida', opcional: true },
    },
  },
  orden_del_dia: {
    nombre: 'Orden del día',
    campos: {
      papel: { significado: '«del acta» o «de la minuta», según el órgano', ejemplo: 'de la minuta' },
      documento: { significado: 'El documento que se vota', ejemplo: 'del informe mensual de abril de 2024' },
    },
    partes: {
      proyecto: { nombre: 'Título mientras no se apruebe', renglon: true },
      titulo: { nombre: 'Título cuando la sesión se celebró', renglon: true },
      lista: { nombre: 'Asistencia y quórum', renglon: true },
      orden: { nombre: 'Aprobación del orden del día', renglon: true },
      anterior: { nombre: 'Sesión anterior', ayuda: 'En las ordinarias.', renglon: true, exige: [['papel']] },
      presentacion: { nombre: 'Punto que vota un documento', renglon: true, exige: [['documento']] },
      generales: { nombre: 'Asuntos generales', ayuda: 'En las ordinarias.', renglon: true },
      clausura: { nombre: 'Clausura', renglon: true },
      lista_reunion: { nombre: 'Asistencia, en una reunión de trabajo', renglon: true },
      generales_reunion: { nombre: 'Asuntos generales, en una reunión de trabajo', renglon: true },
      clausura_reunion: { nombre: 'Cierre, en una reunión de trabajo', renglon: true },
    },
  },
  requerimiento: {
    nombre: 'Requerimiento de observaciones',
    campos: {
      observaciones: { significado: 'Cuántas observaciones lleva', ejemplo: '3 observaciones' },
      fundamento: { significado: 'El fundamento confirmado; nada, si no lo hay', ejemplo: '' },
      efectos: { significado: 'Los efectos confirmados; nada, si no los hay', ejemplo: '' },
      dia: { significado: 'El día del corte y de la emisión', ejemplo: '23 de abril de 2024' },
      hora: { significado: 'La hora del corte', ejemplo: '12:00' },
      plazo: { significado: 'El plazo, en días', ejemplo: '3 días hábiles' },
      vencimiento: { significado: 'El último instante, si se notifica ese día', ejemplo: '26 de abril de 2024 a las 23:59:59 horas' },
      consola: { significado: 'La dirección del sistema', ejemplo: 'https://ejemplo.test/consola' },
      instituto: { significado: 'Nombre del Instituto', ejemplo: 'Instituto Electoral de Ejemplo' },
    },
    partes: {
      asunto: { nombre: 'Asunto', renglon: true, exige: [['observaciones']] },
      fundamento: { nombre: 'Fundamento', opcional: true },
      una: { nombre: 'Antes de la tabla, si es una observación', exige: [['dia']] },
      varias: { nombre: 'Antes de la tabla, si son varias', exige: [['observaciones'], ['dia']] },
      plazo: { nombre: 'Plazo', exige: [['plazo'], ['vencimiento']] },
      atencion: { nombre: 'Cómo se atienden', exige: [['consola']] },
      efectos: { nombre: 'Efectos', opcional: true },
      cierre: { nombre: 'Despedida', opcional: true },
    },
  },
  acta: {
    nombre: 'Acta y minuta',
    campos: {
      ciudad: {
        significado: '«En la ciudad de …, siendo»; «Siendo», si la ciudad no se confirmó',
        ejemplo: 'En la ciudad de Ejemplo, siendo',
      },
      inicio: {
        significado: 'La hora y el día de su inicio, con letra',
        ejemplo: 'las doce horas del día tres de abril de dos mil veinticuatro',
      },
      lugar: { significado: 'Dónde y cómo se reunió, con una coma antes', ejemplo: ', en la Sala de Sesiones' },
      sesion: { significado: 'La sesión, con su órgano', ejemplo: 'Segunda Sesión Ordinaria de la Comisión' },
      celebrada: {
        significado: 'La sesión, con su órgano, el Instituto y su día',
        ejemplo: 'Segunda Sesión Ordinaria de la Comisión, celebrada el 3 de abril de 2024',
      },
      presencia: {
        significado: 'Cuántas personas integrantes hay',
        ejemplo: 'La Secretaría hace constar la presencia de tres de tres personas integrantes',
      },
      fin: { significado: 'La hora de su término, con letra', ejemplo: 'las trece horas del día de su inicio' },
      clase: { significado: '«sesión» o «reunión de trabajo»', ejemplo: 'sesión' },
      papel: { significado: '«al acta» o «a la minuta»', ejemplo: 'al acta' },
    },
    partes: {
      apertura: {
        nombre: 'Apertura',
        exige: [['inicio'], ['sesion', 'celebrada']],
        texto: '{ciudad} {inicio}{lugar}, con el objeto de celebrar la {sesion}, se registró la asistencia siguiente:',
      },
      quorum: {
        nombre: 'Quórum',
        ayuda: 'Sólo se imprime cuando lo hubo.',
        exige: [['presencia']],
        texto: '{presencia}, por lo que existe quórum legal y se declara formalmente instalada la sesión.',
      },
      cierre: {
        nombre: 'Clausura',
        exige: [['fin']],
        texto:
          'No habiendo otro asunto que tratar, siendo {fin}, se da por concluida la {clase}, firmando al margen y al calce quienes en ella intervinieron.',
      },
      firmas: {
        nombre: 'Debajo de las firmas',
        ayuda: 'Se imprime en mayúsculas.',
        renglon: true,
        exige: [['celebrada']],
        texto: 'Las firmas que anteceden corresponden {papel} de la {celebrada}',
      },
    },
  },
  asistencia: {
    nombre: 'Lista de asistencia',
    campos: {
      clase: { significado: '«sesión» o «reunión de trabajo»', ejemplo: 'sesión' },
      dia: { significado: 'Su día', ejemplo: '3 de abril de 2024' },
    },
    partes: {
      firmas: {
        nombre: 'Debajo de las firmas',
        ayuda: 'Se imprime en mayúsculas.',
        renglon: true,
        exige: [['dia']],
        texto: 'Las firmas que anteceden corresponden a la lista de asistencia de la {clase} celebrada el {dia}',
      },
    },
  },
  acuerdo: {
    nombre: 'Acuerdos de la Comisión y del Pleno',
    campos: {
      votacion: { significado: '«unanimidad» o «mayoría»', ejemplo: 'unanimidad' },
      ciudad: { significado: 'La ciudad, con una coma antes; nada, si no se confirmó', ejemplo: ', en la ciudad de Ejemplo' },
      sesion: { significado: 'La sesión, con su órgano', ejemplo: 'Segunda Sesión Ordinaria de la Comisión' },
      dia: { significado: 'Su día', ejemplo: '3 de abril de 2024' },
      hora: { significado: 'La hora del voto, con letra', ejemplo: 'las doce horas' },
      documento: { significado: 'El proyecto que aprueba la Comisión', ejemplo: 'el proyecto de informe mensual de abril de 2024' },
      organo: { significado: 'El órgano al que se remite, con «del» o «de la»', ejemplo: 'del Consejo' },
    },
    partes: {
      emision: { nombre: 'Antes de los puntos', texto: 'Por lo anteriormente expuesto y fundado, se emite el siguiente:' },
      remision: {
        nombre: 'Segundo punto del de la Comisión',
        exige: [['organo']],
        texto: 'Remítase el presente acuerdo, con {documento}, a la Presidencia {organo}, para que se someta a su consideración.',
      },
      cierre: {
        nombre: 'Votación',
        exige: [['votacion'], ['sesion'], ['dia']],
        texto: 'El presente acuerdo fue aprobado por {votacion}{ciudad}, en la {sesion}, celebrada el {dia}, siendo {hora}.',
      },
    },
  },
  certificacion: {
    nombre: 'Certificación',
    campos: {
      quien: { significado: 'Quién certifica, con su nombre y su puesto', ejemplo: 'Quien suscribe, titular de la Secretaría Ejecutiva' },
      instituto: { significado: 'Nombre del Instituto', ejemplo: 'Instituto Electoral de Ejemplo' },
      fojas: { significado: 'Las fojas, con número y letra', ejemplo: '12 (doce) fojas útiles' },
      original: { significado: 'De qué documento es la copia', ejemplo: 'el acuerdo A/1/2024, del 3 de abril de 2024' },
      ciudad: { significado: 'La ciudad, con una coma después; nada, si no se confirmó', ejemplo: 'en Ejemplo, ' },
      dia: { significado: 'El día en que se certifica', ejemplo: '3 de abril de 2024' },
    },
    partes: {
      apertura: {
        nombre: 'Apertura',
        ayuda: 'Lo que va entre corchetes falta, y el documento sale como BORRADOR.',
        exige: [['quien']],
        texto:
          '{quien} del {instituto}, con fundamento en [Cite los artículos que facultan para certificar: no se hallaron en una fuente del instituto.],',
      },
      cuerpo: {
        nombre: 'Lo que se certifica',
        exige: [['fojas'], ['original']],
        texto:
          'Que la presente copia, constante de {fojas}, concuerda fielmente con el original de {original}, que obra en el expediente del Sistema "Candidatas y Candidatos, Conóceles" de este Instituto y que tuve a la vista.',
      },
      huella: {
        nombre: 'Huella del archivo',
        opcional: true,
        texto: 'La huella del archivo del que se sacó la copia se lee en la constancia de integridad que acompaña a esta certificación.',
      },
      cierre: { nombre: 'Cierre', exige: [['dia']], texto: 'Lo que se certifica {ciudad}a {dia}. Doy fe.' },
    },
  },
} as const satisfies Record<string, PlantillaDeclarada>

export type DocumentoPlantilla = keyof typeof PLANTILLAS
export const DOCUMENTOS_PLANTILLA = keysOf(PLANTILLAS)

export type ParteDe<D extends DocumentoPlantilla> = keyof (typeof PLANTILLAS)[D]['partes']
export type CamposDe<D extends DocumentoPlantilla> = Readonly<Record<keyof (typeof PLANTILLAS)[D]['campos'], string>>

/** Declaration of a document, whichever it is. */
export function declarada(documento: DocumentoPlantilla): PlantillaDeclarada {
  return PLANTILLAS[documento]
}
