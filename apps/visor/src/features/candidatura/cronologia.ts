import type { CandidaturaPublica } from '../../api-types.ts'
import { t } from '../../messages/candidatura.ts'
import { longDate, startOf } from '../../shared/pagina/dates.ts'
import { isShown } from './salida.ts'

/** Something that happened to a candidatura, or has to happen yet, as far as it is public. */
export interface Hecho {
  key: string
  texto: string
  /** Legal day or instant; null if it has not happened. */
  cuando: string | null
}

/** Public history of a candidatura, oldest first; steps still missing stand at the end. */
export function cronologiaOf(candidatura: CandidaturaPublica, siglas: string): Hecho[] {
  const hechos = [...deRegistro(candidatura), ...deCaptura(candidatura, siglas), ...dePublicacion(candidatura)]
  const happened = hechos.filter(({ cuando }) => cuando !== null)
  const missing = hechos.filter(({ cuando }) => cuando === null)
  return [...happened.sort((one, other) => startOf(one.cuando ?? '') - startOf(other.cuando ?? '')), ...missing]
}

function deRegistro({ sustituyeA, salida, finDifusion }: CandidaturaPublica): Hecho[] {
  return [
    ...(sustituyeA ? [hecho('sustituye', t('cronologia.sustituye', { nombre: sustituyeA.nombre }), sustituyeA.desde)] : []),
    ...(salida?.desde ? [hecho('salida', textOfSalida(salida), salida.desde)] : []),
    ...(finDifusion ? [hecho('finDifusion', t('cronologia.finDifusion'), finDifusion.desde)] : []),
  ]
}

function textOfSalida({ tipo, acuerdo }: NonNullable<CandidaturaPublica['salida']>): string {
  const what = t(tipo === 'sustituida' ? 'cronologia.sustituida' : 'cronologia.cancelada')
  return acuerdo ? `${what}. ${t('cronologia.acuerdo', { numero: acuerdo.numero, fecha: longDate(acuerdo.fecha) })}` : what
}

/** Steps of the captura; a person who left, or is no longer shown, misses none. */
function deCaptura(candidatura: CandidaturaPublica, siglas: string): Hecho[] {
  const { fechas, fotografia, actorPolitico } = candidatura
  const actor = actorPolitico.nombre
  const ended = !isShown(candidatura)
  const steps = [
    hecho('capturada', t(fechas.capturada ? 'cronologia.capturada' : 'cronologia.faltaCapturada'), fechas.capturada),
    hecho('validada', t(fechas.validada ? 'cronologia.validada' : 'cronologia.faltaValidada', { actor }), fechas.validada),
    hecho('verificada', t(fechas.verificada ? 'cronologia.verificada' : 'cronologia.faltaVerificada', { siglas }), fechas.verificada),
  ]
  const photo = fotografia?.tomadaEn ? [hecho('fotografia', t('cronologia.fotografia'), fotografia.tomadaEn)] : []
  return [...photo, ...steps.filter(({ cuando }) => cuando !== null || !ended)]
}

function dePublicacion({ corte }: CandidaturaPublica): Hecho[] {
  return [hecho('publicada', t('cronologia.publicada', { numero: corte.numero }), corte.en)]
}

function hecho(key: string, texto: string, cuando: string | null): Hecho {
  return { key, texto, cuando }
}
