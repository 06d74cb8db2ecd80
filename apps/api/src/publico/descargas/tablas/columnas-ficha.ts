import { CALIDADES, ESTATUS_CANDIDATURA, ESTATUS_CAPTURA } from '@conoceles/domain'
import type { Candidatura } from '../fuente.ts'
import { ACTORES, CARGOS, CONTIENDAS, LUGARES } from './referencias.ts'
import { instante, juntos, type Columna } from './tabla.ts'

export type ColumnaFicha = Omit<Columna<Candidatura>, 'licencia' | 'fundamento' | 'fuente' | 'confianza'> & {
  /** Row of the policy that lets it out; absent: it says of the row itself, not of the persona. */
  campo?: string
  licencia?: Columna<Candidatura>['licencia']
}

export const texto = (
  nombre: string,
  titulo: string,
  rest: Partial<ColumnaFicha> & Pick<ColumnaFicha, 'significado' | 'de'>,
): ColumnaFicha => ({
  nombre,
  titulo,
  tipo: 'string',
  ...rest,
})

/** Columns of the record of a candidatura, in the order of the page. */
export const COLUMNAS_FICHA: readonly ColumnaFicha[] = [
  texto('id', 'Identificador', { significado: 'El de su página; no cambia.', formato: 'uuid', obligatoria: true, de: ({ id }) => id }),
  texto('nombre', 'Nombre', { significado: 'Nombre completo.', campo: 'nombre', obligatoria: true, de: ({ nombre }) => nombre }),
  texto('sobrenombre', 'Sobrenombre', { significado: 'Como también se le conoce.', campo: 'apodo', de: ({ apodo }) => apodo }),
  texto('sexo', 'Sexo o género', { significado: 'El del registro.', campo: 'sexo', catalogo: 'sexo', de: ({ sexo }) => sexo }),
  texto('edad', 'Edad', {
    significado: 'Años cumplidos el día en que se publicó su ficha.',
    campo: 'edad',
    tipo: 'integer',
    de: ({ edad }) => edad,
  }),
  texto('cargo', 'Clave del cargo', {
    significado: 'Cargo al que se postula.',
    campo: 'cargo',
    catalogo: 'cargo',
    refiere: CARGOS,
    obligatoria: true,
    de: ({ cargo }) => cargo,
  }),
  texto('cargo_nombre', 'Cargo', { significado: 'Nombre del cargo.', campo: 'cargo', de: ({ cargoNombre }) => cargoNombre }),
  texto('contienda', 'Clave de la contienda', {
    significado: 'El cargo en un lugar: quienes comparten contienda compiten entre sí.',
    campo: 'contienda',
    refiere: CONTIENDAS,
    de: ({ contienda }) => contienda,
  }),
  texto('lugar', 'Demarcación', { significado: 'Nombre de la demarcación en que compite.', campo: 'contienda', de: ({ lugar }) => lugar }),
  texto('distrito', 'Clave del distrito', {
    significado: 'Vacía si el cargo no es de un distrito.',
    campo: 'distrito',
    catalogo: 'distrito',
    refiere: LUGARES,
    de: ({ distrito }) => distrito,
  }),
  texto('municipio', 'Clave del municipio', {
    significado: 'Vacía si el cargo no es de un municipio ni de una comunidad.',
    campo: 'municipio',
    catalogo: 'municipio',
    refiere: LUGARES,
    de: ({ municipio }) => municipio,
  }),
  texto('comunidad', 'Clave de la comunidad', {
    significado: 'Vacía si el cargo no es de una comunidad.',
    campo: 'contienda',
    catalogo: 'comunidad',
    refiere: LUGARES,
    de: ({ comunidad }) => comunidad,
  }),
  texto('actor_politico', 'Clave de quien postula', {
    significado: 'Partido, alianza o candidatura independiente.',
    campo: 'actorPolitico',
    catalogo: 'actor_politico',
    refiere: ACTORES,
    obligatoria: true,
    de: ({ actorPolitico }) => actorPolitico.clave,
  }),
  texto('actor_politico_nombre', 'Quien postula', {
    significado: 'Nombre de quien postula.',
    campo: 'actorPolitico',
    de: ({ actorPolitico }) => actorPolitico.nombre,
  }),
  texto('integrantes', 'Partidos que integran la alianza', {
    significado: 'Claves, separadas por « | ».',
    campo: 'actorPolitico',
    de: ({ actorPolitico }) => juntos(actorPolitico.integrantes.map(({ clave }) => clave)),
  }),
  texto('partido_origen', 'Partido de origen', {
    significado: 'Clave del partido de donde viene la persona, si la postula una alianza.',
    campo: 'partidoOrigen',
    refiere: ACTORES,
    de: ({ partidoOrigen }) => partidoOrigen?.clave ?? null,
  }),
  texto('calidad', 'Propietaria o suplente', {
    significado: 'Nunca se deduce del sexo.',
    campo: 'calidad',
    catalogo: 'calidad',
    valores: CALIDADES,
    obligatoria: true,
    de: ({ calidad }) => calidad,
  }),
  texto('numero', 'Número de fórmula o de lista', {
    significado: 'Su lugar en la lista o la fórmula.',
    campo: 'numero',
    tipo: 'integer',
    de: ({ numero }) => numero,
  }),
  texto('eleccion_consecutiva', 'Elección consecutiva', {
    significado: 'Si ya ocupa el cargo y busca seguir en él.',
    campo: 'eleccionConsecutiva',
    tipo: 'boolean',
    de: ({ eleccionConsecutiva }) => eleccionConsecutiva,
  }),
  texto('accion_afirmativa', 'Acción afirmativa del registro', {
    significado: 'Grupo por cuya acción afirmativa se registró.',
    campo: 'accionAfirmativa',
    catalogo: 'grupo',
    de: ({ accionAfirmativa }) => accionAfirmativa?.clave ?? null,
  }),
  texto('distintivos', 'Distintivos públicos', {
    significado:
      'Grupos que son públicos: por acción afirmativa, o porque la persona autorizó publicarlo. Vacía no dice que no pertenezca a ninguno.',
    campo: 'distintivos',
    catalogo: 'grupo',
    de: ({ distintivos }) => juntos(distintivos.map(({ grupo }) => grupo)),
  }),
  texto('estatus', 'Estatus de la candidatura', {
    significado: 'Si compite, o cómo dejó el lugar.',
    campo: 'estatus',
    catalogo: 'estatus',
    valores: ESTATUS_CANDIDATURA,
    obligatoria: true,
    de: ({ estatus }) => estatus,
  }),
  texto('salida_desde', 'Ya no compite desde', {
    significado: 'Día desde el que dejó el lugar.',
    campo: 'salida',
    tipo: 'date',
    de: ({ salida }) => salida?.desde ?? null,
  }),
  texto('salida_acuerdo', 'Acuerdo que lo resolvió', {
    significado: 'Número del acuerdo.',
    campo: 'salida',
    de: ({ salida }) => salida?.acuerdo?.numero ?? null,
  }),
  texto('salida_causa', 'Causa por la que dejó el lugar', {
    significado: 'Sólo si puede decirse.',
    campo: 'salidaCausa',
    de: ({ salida }) => salida?.causa ?? null,
  }),
  texto('entra', 'Quién entró en el lugar', {
    significado: 'Identificador de su candidatura.',
    campo: 'salida',
    formato: 'uuid',
    de: ({ salida }) => salida?.entra?.id ?? null,
  }),
  texto('sustituye_a', 'A quién sustituye', {
    significado: 'Identificador de su candidatura.',
    campo: 'sustituyeA',
    formato: 'uuid',
    de: ({ sustituyeA }) => sustituyeA?.id ?? null,
  }),
  texto('fotografia', 'Fotografía', {
    significado: 'Ruta de la fotografía en este sitio. Su licencia es otra que la de los datos.',
    campo: 'fotografia',
    licencia: 'fotografias',
    de: ({ fotografia }) => fotografia?.grande ?? null,
  }),
  texto('fotografia_texto', 'Texto alternativo de la fotografía', {
    significado: 'Qué se ve en ella.',
    campo: 'fotografia',
    licencia: 'fotografias',
    de: ({ fotografia }) => fotografia?.textoAlternativo ?? null,
  }),
  texto('estatus_captura', 'Estatus de la captura', {
    significado: 'Vacía si lo capturado ya no es público.',
    catalogo: 'estatus_captura',
    valores: ESTATUS_CAPTURA,
    de: ({ estatusCaptura }) => estatusCaptura,
  }),
  texto('capturada', 'Capturada', {
    significado: 'Cuándo se capturó, en tiempo universal.',
    campo: 'fechas',
    tipo: 'datetime',
    de: ({ fechas }) => instante(fechas.capturada),
  }),
  texto('validada', 'Validada', {
    significado: 'Cuándo la validó quien postula, en tiempo universal.',
    campo: 'fechas',
    tipo: 'datetime',
    de: ({ fechas }) => instante(fechas.validada),
  }),
  texto('verificada', 'Verificada', {
    significado: 'Cuándo la verificó el instituto, en tiempo universal.',
    campo: 'fechas',
    tipo: 'datetime',
    de: ({ fechas }) => instante(fechas.verificada),
  }),
  texto('reserva', 'Qué no se muestra', {
    significado: 'Si por determinación del instituto no se muestra nada de la persona, o no se muestra una parte.',
    catalogo: 'reserva',
    de: ({ reserva }) => reserva,
  }),
  texto('simulacro', 'Persona ficticia', {
    significado: 'Si es de un simulacro.',
    tipo: 'boolean',
    obligatoria: true,
    de: ({ simulacro }) => simulacro,
  }),
  texto('corte_ficha', 'Corte de la ficha', {
    significado: 'Corte en que se publicó esta versión de su ficha.',
    tipo: 'integer',
    obligatoria: true,
    de: ({ corte }) => corte.numero,
  }),
]
