import type { Cruce, Sexo } from '@conoceles/domain'

export const NOMBRES_SEXO: Record<Sexo, string> = { mujer: 'Mujeres', hombre: 'Hombres', no_binario: 'Personas no binarias' }

export const TITULOS = {
  cargo: 'Avance por cargo',
  sexo: 'Sexo o género',
  edad: 'Edad',
  actor: 'Avance por partido, alianza o candidatura independiente',
  municipio: 'Avance por municipio',
  distrito: 'Avance por distrito',
  grupos: 'Grupos con distintivo público',
  informacion: 'Información de cada partido, alianza o candidatura independiente',
} as const

export const SIN_DATO_DE = 'Sin publicar'

export const EXPLICACION_PUBLICA = 'Cuenta las candidaturas vigentes por lo que ya dice la página de cada una. Cambia con cada corte.'

export const EXPLICACION_INFORMACION =
  'Cuenta, de las candidaturas vigentes de cada quien, cuántas muestran hoy en su página respuestas del cuestionario curricular, propuestas y fotografía. El cuestionario de identidad no está aquí: contestarlo es decisión de cada persona y no se dice quién lo hizo.'

export const EXPLICACION_IDENTIDAD =
  'Cuenta respuestas del cuestionario de identidad de quienes autorizaron su uso en estadísticas. Cada cifra dice entre qué números está, y es cierta: no se da más cerca para que nadie pueda deducir la respuesta de una persona.'

const ALIANZAS = {
  clave: 'alianzas',
  texto:
    'Cada candidatura se cuenta una vez, con quien la postula: las de una coalición o candidatura común están en el renglón de ella y no en los de sus partidos. El filtro «Quién postula» de la lista sí las encuentra por cada partido.',
}

/** How the rows of a public table add up, by its key. */
export const NOTAS_PUBLICAS: Readonly<Record<string, { clave: string; texto: string }[]>> = {
  actor: [ALIANZAS],
  informacion: [ALIANZAS],
  grupos: [
    {
      clave: 'varios',
      texto:
        'Quien muestra varios distintivos se cuenta en el renglón de cada uno, y una sola vez en el total: por eso los renglones suman más.',
    },
  ],
}

/** In which order the rows of a table stand that are drawn. */
export const NOTA_SORTEO = {
  clave: 'orden',
  texto: 'El orden sale de un sorteo público del día del corte. No dice nada de nadie.',
}

export const CRUCE_EN_PALABRAS: Record<Cruce, string> = { cargo: 'cargo', actor: 'actor político', municipio: 'municipio' }

/** Why rows of a crossing are not told. `separa`: whether groups are formed within its rows. `lote`: persons of the smallest group. */
export function notasCruce({ por, separa, lote }: { por: Cruce; separa: boolean; lote: number }) {
  const that = CRUCE_EN_PALABRAS[por]
  return [
    {
      clave: 'noSeDice',
      texto: separa
        ? `«No se dice»: en ese renglón no se completó un grupo de ${lote} personas. Quienes contestaron ahí se contaron junto con las de otros renglones, o esperan al siguiente corte.`
        : `«No se dice»: las respuestas de esta tabla se contaron en grupos que mezclan renglones. Decirlas por ${that} permitiría deducir qué contestó una persona. La política del proceso puede prever este cruce para los cortes que siguen.`,
    },
    {
      clave: 'sinCandidaturas',
      texto: '«Sin candidaturas»: en ese renglón no hay ninguna en vigor, y por eso no hay nada que contar.',
    },
    {
      clave: 'mismosGrupos',
      texto: 'Son los mismos grupos y tramos de la tabla pública: restarla de ésta no dice nada más de nadie.',
    },
  ]
}

/** Figures that a table of identity withholds, and why. `ancho`: numbers of an interval; `lote`: persons of the smallest group. */
export function notasIdentidad({ minimo, ancho, lote }: { minimo: number; ancho: number; lote: number }) {
  return [
    {
      clave: 'tramos',
      texto: `De cada grupo de personas se dice en qué tramo está cada respuesta: de 1 a ${ancho}, de ${ancho + 1} a ${2 * ancho}, y así. Un renglón suma sus grupos, y el total suma los renglones. Aunque se sepa cuántas personas cuentan, quedan al menos ${minimo} números posibles.`,
    },
    {
      clave: 'pocas',
      texto: `«A lo más ${ancho}» puede ser cero. Cuando contestó eso menos de ese número de personas, o casi todas, no se dice cuántas: se podría saber quiénes son.`,
    },
    {
      clave: 'lote',
      texto: `Cada persona se cuenta una vez, junto con al menos otras ${lote - 1} del mismo renglón. Quienes faltan para completar un grupo esperan al siguiente corte de la estadística.`,
    },
    {
      clave: 'cuando',
      texto:
        'Las respuestas se cuentan sólo en los días anunciados. Candidaturas, verificadas y distintivos son los que dicen las páginas en cada corte.',
    },
    {
      clave: 'salidas',
      texto:
        'Quien retira su consentimiento o deja la candidatura deja de contar en el siguiente corte de la estadística, y el intervalo se ensancha: no se dice qué había contestado.',
    },
    {
      clave: 'distintivo',
      texto: 'Quienes muestran un distintivo público del grupo se cuentan aparte, por lo que ya dice su página, y no entre las respuestas.',
    },
    {
      clave: 'fuera',
      texto:
        '«Las demás» es lo que falta para sumar las candidaturas: quienes no consintieron la estadística y quienes esperan grupo, juntos, para que la decisión de nadie se sepa. Quien se contó y hoy no está verificada, o ya no se muestra, hace que ahí falten algunas: tampoco se dice quién es.',
    },
  ]
}
