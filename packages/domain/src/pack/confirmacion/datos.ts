import type { ConsultaPack } from '../../publico/pack.ts'
import { baseIdioma } from '../../publico/idiomas.ts'
import { reglaEtapaEnPalabras } from '../../derechos/conclusion/plan.ts'
import { longDate } from '../../base/fecha.ts'
import { type GRUPOS_DATOS } from '../../publicacion/licencias.ts'
import type { Sourced } from '../../base/sourced.ts'
import type { SupuestoPack } from '../../captura/supuestos.ts'
import type { CatalogosConFuente, FechasCargo, DatoConFuente, DatoPack } from './dato.ts'
import { datosDeAcuerdos } from './acuerdos.ts'
import { datosDeCruces } from './cruces.ts'
import { datosDeMembrete } from './membrete.ts'
import { datosDePlantillas } from './plantillas.ts'

/** Every fact of a loaded proceso that says its source. The caller tells which of them nobody confirmed. */
export function datosConFuente(catalogos: CatalogosConFuente, cargos: readonly FechasCargo[]): DatoConFuente[] {
  const nombres = new Map(cargos.map(({ clave, nombre }) => [clave, nombre]))
  return [
    ...(catalogos.sueltos ?? []).map((suelto) => ({ ...sinFuente(suelto), origen: suelto, cotejo: suelto.valor })),
    ...fechas(catalogos, cargos),
    ...textos(catalogos),
    ...explicaciones(catalogos, nombres),
    ...idiomas(catalogos),
    ...senas(catalogos),
    ...reglas(catalogos),
    ...plazos(catalogos),
    ...conclusion(catalogos),
    ...estadisticas(catalogos),
    ...documentos(catalogos),
    ...datosDePlantillas(catalogos),
    ...datosDeAcuerdos(catalogos),
    ...datosDeMembrete(catalogos),
    ...aviso(catalogos),
  ]
}

function sinFuente({ clave, materia, dato, valor, pagina }: DatoPack): DatoPack {
  return { clave, materia, dato, valor, pagina }
}

type Said = Partial<Pick<DatoPack, 'pagina'>> & Pick<DatoPack, 'materia' | 'dato' | 'valor'> & { cotejo?: unknown; campo?: string }

function toDato(clave: string, origen: Sourced, { pagina = null, cotejo, ...said }: Said): DatoConFuente {
  const { fuente: _fuente, confianza: _confianza, ...own } = origen
  return { clave, ...said, pagina, origen, cotejo: cotejo ?? own }
}

function fechas({ calendario, tiposEleccion }: CatalogosConFuente, cargos: readonly FechasCargo[]): DatoConFuente[] {
  return [
    ...calendario.map((each) =>
      toDato(`calendario.${each.evento}`, each, {
        ...{ materia: 'fechas', dato: each.evento, pagina: '/datos' },
        valor: each.inicio === each.fin ? longDate(each.inicio) : `Del ${longDate(each.inicio)} al ${longDate(each.fin)}`,
      }),
    ),
    ...tiposEleccion.flatMap((each) => {
      const cargo = cargos.find(({ tipoEleccion }) => tipoEleccion === each.clave)
      return cargo ? [toDato(`tiposEleccion.${each.clave}`, each, { materia: 'fechas', ...fechasDe(each.nombre, cargo) })] : []
    }),
  ]
}

function fechasDe(nombre: string, { inicioPublicacion, entregaCuentas, cierreCaptura, diasCaptura }: FechasCargo) {
  const valor = [
    `La publicación empieza el ${longDate(inicioPublicacion)}.`,
    `Las cuentas se entregan el ${longDate(entregaCuentas)}.`,
    `La captura dura ${diasCaptura} días y cierra el ${longDate(cierreCaptura)}.`,
  ]
  return {
    ...{ dato: `Fechas de ${nombre.toLowerCase()}`, valor: valor.join(' '), pagina: '/' },
    cotejo: { inicioPublicacion, entregaCuentas, cierreCaptura, diasCaptura },
  }
}

function textos({ causas, supuestos, grupos }: CatalogosConFuente): DatoConFuente[] {
  return [
    ...causas.map((each) =>
      toDato(`causas.${each.clave}`, each, {
        ...{ materia: 'textos', dato: `Causa de un cambio: ${each.nombre}`, pagina: each.publica ? '/candidaturas' : null },
        valor: each.publica ? 'Se dice al público' : 'No se dice al público',
      }),
    ),
    ...supuestos.flatMap((each) => [
      toDato(`supuestos.${each.clave}`, each, { materia: 'textos', dato: each.texto, valor: each.publico, pagina: '/candidaturas' }),
      ...fundamentoDe(each),
    ]),
    ...grupos.map((each) =>
      toDato(`grupos.${each.clave}`, each, { materia: 'textos', dato: each.nombre, valor: each.explicacion, pagina: '/candidaturas' }),
    ),
  ]
}

/** The article that a letter of observaciones prints once it is confirmed. */
function fundamentoDe({ clave, texto, catalogo }: SupuestoPack): DatoConFuente[] {
  if (!catalogo) return []
  const { fundamento } = catalogo
  const said = { materia: 'reglas', dato: `Artículo del supuesto: ${texto}`, valor: fundamento.articulo, campo: 'articulo' } as const
  return [toDato(`supuestos.${clave}.fundamento`, fundamento, said)]
}

function dondeSeVota({ casilla }: ConsultaPack): DatoConFuente[] {
  if (!casilla) return []
  const said = { materia: 'textos', dato: 'Dónde se busca la casilla', valor: casilla.direccion, pagina: '/como-votar' } as const
  return [toDato('consulta.casilla', casilla, said)]
}

/** Explanations of the pack for citizens. */
function explicaciones({ consulta }: CatalogosConFuente, cargos: ReadonlyMap<string, string>): DatoConFuente[] {
  if (!consulta) return []
  const { funciones, preguntas, lecturaFacil, otrasBoletas, accesibilidad, boletas = [] } = consulta
  return [
    ...funciones.map((each) =>
      toDato(`funciones.${each.cargo}`, each, {
        ...{ materia: 'textos', dato: `Qué hace: ${cargos.get(each.cargo) ?? each.cargo}`, pagina: '/cargos' },
        valor: [each.resumen, ...each.funciones].join(' '),
      }),
    ),
    ...preguntas.map((each) =>
      toDato(`preguntas.${each.clave}`, each, {
        ...{ materia: 'textos', dato: each.pregunta, valor: each.respuesta.join(' '), pagina: '/preguntas' },
      }),
    ),
    ...(lecturaFacil
      ? [
          toDato('consulta.lecturaFacil', lecturaFacil, {
            ...{ materia: 'textos', dato: 'Versión en lectura fácil', pagina: '/lectura-facil' },
            valor: lecturaFacil.apartados.map(({ titulo }) => titulo).join(', '),
          }),
        ]
      : []),
    ...(otrasBoletas
      ? [
          toDato('consulta.otrasBoletas', otrasBoletas, {
            ...{ materia: 'cargos', dato: 'Boletas de otra elección el mismo día', pagina: '/boleta' },
            valor: otrasBoletas.texto.join(' '),
          }),
        ]
      : []),
    ...dondeSeVota(consulta),
    ...(accesibilidad
      ? [
          toDato('consulta.accesibilidad', accesibilidad, {
            ...{ materia: 'textos', dato: 'Revisión de la declaración de accesibilidad', pagina: '/accesibilidad' },
            valor: longDate(accesibilidad.revisada),
          }),
        ]
      : []),
    ...boletas.map((each) =>
      toDato(`boletas.${each.clave}`, each, {
        materia: 'cargos',
        dato: each.nombre,
        valor: [...each.comoSeVota, each.alianza].filter(Boolean).join(' '),
        pagina: '/boleta',
      }),
    ),
  ]
}

function idiomas({ idiomas: all = [] }: CatalogosConFuente): DatoConFuente[] {
  return all.map((each) =>
    toDato(`idiomas.${each.codigo}`, each, {
      ...{ materia: 'textos', dato: `Traducción del sitio: ${each.nombre}`, pagina: baseIdioma(each.codigo) },
      valor: `${Object.keys(each.mensajes).length + Object.keys(each.frases).length} textos. ${validada(each.validacion)}`,
    }),
  )
}

function senas({ senas: all = [] }: CatalogosConFuente): DatoConFuente[] {
  return all.map((each) =>
    toDato(`senas.${each.pagina}`, each, {
      ...{ materia: 'textos', dato: `Video en Lengua de Señas Mexicana: ${each.pagina}`, pagina: each.pagina },
      valor: `${each.direccion}. Interpreta: ${each.quien}.`,
    }),
  )
}

function validada(validacion: { quien: string; fecha: string } | null): string {
  return validacion ? `La validó ${validacion.quien} el ${longDate(validacion.fecha)}.` : 'Todavía no la valida nadie.'
}

const ORDENES_REVISION: Record<string, string> = {
  verificar_y_publicar: 'Primero se verifica y después se publica',
  publicar_al_validar: 'Se publica al validar y se verifica después',
}

function reglas({ reglas: all, revision, consulta, organos }: CatalogosConFuente): DatoConFuente[] {
  return [
    ...all.map((each) =>
      toDato(`reglas.${each.clave}`, each, { materia: 'reglas', dato: 'Regla con la que se advierte', valor: each.texto }),
    ),
    toDato('revision.orden', revision.orden, {
      ...{ materia: 'reglas', dato: 'Orden de la revisión', pagina: '/candidaturas' },
      valor: ORDENES_REVISION[revision.orden.clave] ?? revision.orden.clave,
    }),
    ...(consulta
      ? [
          toDato('consulta.orden', consulta.orden, {
            ...{ materia: 'reglas', dato: 'Orden en que se muestran las candidaturas', pagina: '/candidaturas' },
            valor: consulta.orden.clave === 'sorteo_diario' ? 'Un sorteo cada día' : 'El de la boleta',
          }),
        ]
      : []),
    ...organos.map((each) => toDato(`organos.${each.clave}`, each, { materia: 'reglas', dato: 'Órgano que acuerda', valor: each.nombre })),
    ...organos.flatMap(({ clave, nombre, sesiones }) =>
      sesiones
        ? [
            toDato(`organos.${clave}.sesiones`, sesiones, {
              materia: 'reglas',
              dato: `Cómo sesiona: ${nombre}`,
              valor: sesionaAsi(sesiones),
            }),
          ]
        : [],
    ),
    ...organos.flatMap(convocatoriaDe),
  ]
}

/** Parts of a convocatoria that are printed once they are confirmed. */
function convocatoriaDe({ clave, nombre, convocatoria = {} }: CatalogosConFuente['organos'][number]): DatoConFuente[] {
  const { fundamento, representaciones } = convocatoria
  const told = (parte: string, dato: string, each: typeof fundamento) =>
    each
      ? [
          toDato(`organos.${clave}.${parte}`, each, {
            materia: 'documentos',
            dato: `${dato}: ${nombre}`,
            valor: each.texto,
            campo: 'texto',
          }),
        ]
      : []
  return [
    ...told('fundamento', 'Fundamento de la convocatoria', fundamento),
    ...told('representaciones', 'Representaciones a las que se convoca', representaciones),
  ]
}

type Sesiones = NonNullable<CatalogosConFuente['organos'][number]['sesiones']>

function sesionaAsi({ quorum, mayoria, votoCalidad, convocatoriaHoras }: Sesiones): string {
  const horas = Object.entries(convocatoriaHoras).flatMap(([tipo, cuantas]) =>
    cuantas === null ? [] : [`${tipo.replaceAll('_', ' ')} con ${cuantas} horas`],
  )
  return [
    `Quórum: más de ${quorum.masDe.join('/')} de sus integrantes con voto${quorum.presidencia ? ', con la presidencia' : ''}.`,
    `Mayoría: más de ${mayoria.masDe.join('/')} de ${mayoria.de === 'presentes' ? 'quienes votan' : 'sus integrantes'}.`,
    votoCalidad ? 'La presidencia tiene voto de calidad.' : 'Sin voto de calidad.',
    ...(horas.length > 0 ? [`Convoca a sesión ${horas.join(' y ')} de anticipación.`] : []),
  ].join(' ')
}

const DERECHOS_EN_PALABRAS: Record<string, string> = {
  prevenir: 'Para prevenir a quien pide',
  desahogar: 'Para atender la prevención',
  responder: 'Para responder',
  ampliar: 'De ampliación',
  hacerEfectivo: 'Para hacer efectivo lo que procede',
  declinar: 'Para decir que el instituto no es competente',
  recurrir: 'Para interponer el recurso de revisión',
  bloquear: 'Bloqueo antes de suprimir',
  ocultar: 'Ocultar a una persona en riesgo mientras otra decide',
}

function plazos({ revision: { plazoObservacion, varias, requerimiento }, derechos }: CatalogosConFuente): DatoConFuente[] {
  const dias = (cuantos: number, tipo: string) => `${cuantos} días ${tipo === 'habiles' ? 'hábiles' : 'naturales'}`
  return [
    toDato('revision.plazoObservacion', plazoObservacion, {
      ...{ materia: 'reglas', dato: 'Plazo para atender una observación' },
      valor: dias(plazoObservacion.dias, plazoObservacion.tipoDias),
    }),
    ...(varias
      ? [
          toDato('revision.varias', varias, {
            ...{ materia: 'reglas', dato: 'Verificar en un solo paso varias candidaturas que la persona revisora ya abrió' },
            valor: varias.permitido ? 'Se permite' : 'No se permite',
          }),
        ]
      : []),
    ...Object.entries(requerimiento ?? {}).map(([clave, each]) =>
      toDato(`revision.requerimiento.${clave}`, each, {
        materia: 'documentos',
        dato: `Requerimiento de observaciones: ${clave}`,
        valor: each.texto,
      }),
    ),
    ...Object.entries(derechos).map(([clave, plazo]) =>
      toDato(`derechos.${clave}`, plazo, {
        ...{ materia: 'reglas', dato: `Plazo de una solicitud ARCO. ${DERECHOS_EN_PALABRAS[clave] ?? clave}` },
        valor: valorDePlazo(plazo),
      }),
    ),
  ]
}

function valorDePlazo(plazo: { dias: number | null } | { horas: number }): string | null {
  if ('horas' in plazo) return `${plazo.horas} horas`
  return plazo.dias === null ? null : `${plazo.dias} días hábiles`
}

function conclusion({ conclusion: plan }: CatalogosConFuente): DatoConFuente[] {
  if (!plan) return []
  const { conclusionProceso, quedan, etapas } = plan
  return [
    toDato('conclusion.conclusionProceso', conclusionProceso, {
      ...{ materia: 'fechas', dato: 'Día en que concluyó el proceso', pagina: '/que-se-publica' },
      valor: conclusionProceso.fecha && longDate(conclusionProceso.fecha),
    }),
    toDato('conclusion.quedan', quedan, {
      ...{ materia: 'reglas', dato: 'Datos que siguen públicos al terminar la difusión', pagina: '/que-se-publica' },
      valor: quedan.campos.join(', '),
    }),
    ...etapas.map((each) =>
      toDato(`conclusion.${each.clave}`, each, {
        ...{ materia: 'fechas', dato: each.nombre, pagina: '/que-se-publica' },
        valor: each.regla.dias === null ? null : `${reglaEtapaEnPalabras(each)}. ${each.base}`,
      }),
    ),
  ]
}

function estadisticas({ estadistica }: CatalogosConFuente): DatoConFuente[] {
  if (!estadistica) return []
  const at = { materia: 'estadisticas', pagina: '/estadisticas' } as const
  const { minimo, cortes, tablas, publicas, edades } = estadistica
  return [
    toDato('estadistica.minimo', minimo, { ...at, dato: 'Mínimo de personas de una cifra', valor: String(minimo.valor) }),
    ...cortes.map((each) =>
      toDato(`estadistica.cortes.${each.fecha}`, each, {
        ...at,
        dato: 'Día en que se cuentan las respuestas',
        valor: longDate(each.fecha),
      }),
    ),
    ...tablas.map((each) =>
      toDato(`estadistica.tablas.${each.clave}`, each, {
        ...{ ...at, dato: `Respuestas que cuenta la tabla «${each.titulo}»`, pagina: `/estadisticas/${each.clave}` },
        valor: each.respuestas.map(({ nombre }) => nombre).join(', '),
      }),
    ),
    ...tablas.flatMap(datosDeCruces),
    ...publicas.map((each) =>
      toDato(`estadistica.publicas.${each.clave}`, each, {
        ...{ ...at, dato: `Respuestas que cuenta la tabla «${each.titulo}»`, pagina: `/estadisticas/${each.clave}` },
        valor: each.valores.join(', '),
      }),
    ),
    toDato('estadistica.edades', edades, { ...at, dato: 'Rangos de edad', valor: edades.rangos.map(({ nombre }) => nombre).join(', ') }),
  ]
}

const LICENCIAS: Record<(typeof GRUPOS_DATOS)[number], string> = {
  registro: 'Licencia del registro',
  respuestas: 'Licencia de las respuestas',
  fotografias: 'Licencia de las fotografías',
  estadisticas: 'Licencia de las estadísticas',
}

function documentos({ listados, oficio, licencias }: CatalogosConFuente): DatoConFuente[] {
  const puesto = (clave: 'destinatario' | 'atencion', dato: string) => {
    const of = oficio[clave]
    return of ? [toDato(`oficio.${clave}`, of, { materia: 'documentos', dato, valor: `${of.cargo}, ${of.organo}` })] : []
  }
  return [
    ...listados.map((each) =>
      toDato(`listados.${each.clave}`, each, {
        ...{ materia: 'documentos', dato: `Columnas del listado: ${each.titulo}` },
        valor: each.columnas.map(({ titulo }) => titulo).join(', '),
      }),
    ),
    toDato('oficio', oficio, {
      materia: 'documentos',
      dato: 'Texto del oficio de remisión',
      valor: [oficio.asunto, ...oficio.parrafos].join(' '),
    }),
    toDato('oficio.numeracion', oficio.numeracion, {
      materia: 'documentos',
      dato: 'Numeración de los oficios',
      valor: oficio.numeracion.patron,
    }),
    toDato('oficio.lugar', oficio.lugar, {
      materia: 'documentos',
      dato: 'Lugar en que se firman los oficios y los papeles de las sesiones',
      valor: oficio.lugar.texto,
    }),
    toDato('oficio.remitente', oficio.remitente, { materia: 'documentos', dato: 'Quién firma los oficios', valor: oficio.remitente.cargo }),
    ...(oficio.fundamento
      ? [
          toDato('oficio.fundamento', oficio.fundamento, {
            ...{ materia: 'documentos', dato: 'Artículos en que se fundan los oficios' },
            ...{ valor: oficio.fundamento.texto, campo: 'texto' },
          }),
        ]
      : []),
    ...puesto('destinatario', 'A quién se dirigen los oficios'),
    ...puesto('atencion', 'Con atención a'),
    ...(licencias ?? []).map((each) =>
      toDato(`licencias.${each.grupo}`, each, {
        ...{ materia: 'documentos', dato: LICENCIAS[each.grupo], valor: each.licencia, pagina: '/datos' },
      }),
    ),
  ]
}

/** Text that the pack writes where it knows no value. */
const SIN_VALOR = 'por confirmar'

function aviso({ aviso: { leyes, partes, datos } }: CatalogosConFuente): DatoConFuente[] {
  const at = { materia: 'documentos', pagina: '/aviso-privacidad' } as const
  return [
    ...leyes.map((each) => toDato(`aviso.leyes.${each.clave}`, each, { ...at, dato: each.nombre, valor: each.articulos })),
    ...leyes.flatMap(({ clave, comite }) =>
      comite
        ? [toDato(`aviso.leyes.${clave}.comite`, comite, { ...at, dato: 'Voto del Comité sobre una negativa', valor: comite.articulo })]
        : [],
    ),
    ...partes.map((each) =>
      toDato(`aviso.partes.${each.clave}`, each, {
        ...{ ...at, dato: `Lo que debe decir el aviso de privacidad: ${each.nombre}` },
        valor: [...new Set(Object.values(each.articulos))].join('; '),
      }),
    ),
    ...datos.map((each) =>
      toDato(`aviso.datos.${each.clave}`, each, {
        ...{ ...at, dato: `Del aviso de privacidad: ${each.nombre}` },
        ...{ valor: each.valor === SIN_VALOR ? null : each.valor, campo: 'valor' },
      }),
    ),
  ]
}
