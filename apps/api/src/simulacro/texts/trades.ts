/** Trades of the synthetic people, written so that no word has to agree with the sex of the person. */
export interface Trade {
  field: string
  workplace: string
  /** In the infinitive. */
  tasks: string[]
}

/** Field | workplace | tasks. */
export const TRADES: Trade[] = `
la docencia en primaria | una escuela pública | preparar clases y materiales | reunirme con madres, padres y tutores | acompañar a quienes se atrasan en la lectura | organizar la biblioteca del aula
la docencia en secundaria | una telesecundaria rural | dar clases de matemáticas y ciencias | asesorar proyectos escolares | hablar con las familias de quienes faltan mucho | reparar el equipo de cómputo
el comercio de abarrotes | una tienda de barrio | atender el mostrador | llevar las cuentas | tratar con proveedores | fiar con orden a quien lo necesita
la agricultura de temporal | las parcelas de mi familia | sembrar maíz y frijol | cuidar el suelo | vender la cosecha sin intermediarios | guardar semilla de un año para otro
la enfermería | un centro de salud | aplicar vacunas | orientar a las familias sobre alimentación | visitar a pacientes que no pueden salir | llevar el registro de consultas
el derecho familiar | un despacho pequeño | asesorar en pensiones y custodias | redactar convenios | explicar cada trámite con palabras sencillas | acompañar audiencias
la contaduría | una oficina de contabilidad | llevar los libros de negocios familiares | preparar declaraciones | revisar presupuestos | enseñar a registrar ingresos y gastos
la ingeniería civil | obras de pequeña escala | calcular estructuras | supervisar cuadrillas | revisar que los materiales sean los pagados | medir avances de obra
la construcción | obras de la región | levantar muros y techos | leer planos | coordinar cuadrillas | cotizar materiales
el transporte de pasaje | una ruta local | manejar en horarios de madrugada | dar mantenimiento a la unidad | acordar horarios con otras rutas | atender quejas de quienes viajan
la costura | un taller de confección | cortar y coser uniformes | enseñar el oficio | sacar pedidos en grupo | llevar la caja del taller
la floricultura | un vivero familiar | reproducir plantas de ornato | cuidar el riego | surtir pedidos | probar abonos sin químicos
la panadería | un horno tradicional | amasar desde temprano | repartir en las colonias | formar aprendices | comprar harina en grupo para abaratarla
la gestión cultural | una casa de cultura | programar talleres | buscar espacios para ensayar | montar exposiciones | organizar el cine al aire libre
el trabajo social | una organización de barrio | visitar hogares | canalizar casos a la instancia que corresponde | dar seguimiento a cada familia | coordinar a personas voluntarias
la medicina general | un consultorio de barrio | dar consulta | detectar a tiempo la diabetes y la hipertensión | hacer visitas a domicilio | dar pláticas de prevención
la odontología | un consultorio propio | dar consulta a bajo costo | visitar escuelas | enseñar higiene dental | atender urgencias los fines de semana
la psicología | un consultorio y dos escuelas | dar terapia | escuchar a adolescentes | orientar a docentes | llevar grupos de apoyo
la carpintería | un taller propio | hacer muebles por encargo | reparar bancas y puertas | enseñar a usar la herramienta | aprovechar madera de desecho
el desarrollo de programas de cómputo | una empresa pequeña | escribir y probar programas | capacitar a quienes los usan | documentar procesos | corregir fallas de noche para no parar el servicio
la cocina | una fonda | comprar a quienes producen cerca | preparar comida corrida | llevar la caja | cuidar la higiene de la cocina
la veterinaria | un consultorio y los corrales de la zona | atender ganado menor | vacunar perros y gatos | asesorar a quienes crían animales | organizar campañas de esterilización
la arquitectura | un taller de proyectos | diseñar vivienda económica | tramitar permisos | revisar planos con las familias | medir terrenos
la administración | una cooperativa de consumo | llevar la nómina | hacer compras comparando precios | rendir cuentas en asamblea | ordenar el archivo
la radio comunitaria | una estación pequeña | conducir un programa semanal | entrevistar a vecinas y vecinos | editar cápsulas | traducir avisos de interés general
la apicultura | apiarios de la sierra | cuidar colmenas | envasar y vender miel | enseñar a no quemar los enjambres | llevar un registro de floraciones
la alfarería | un taller de barro | preparar el barro | quemar piezas sin plomo | vender en ferias | enseñar a niñas y niños
la electricidad y la plomería | casas y escuelas | instalar redes seguras | reparar fugas | revisar medidores | dar presupuestos por escrito
la enseñanza de la música | una banda de viento | dar clases de solfeo | dirigir ensayos | conseguir instrumentos usados | acompañar fiestas y ceremonias
la enseñanza del deporte | una cancha de barrio | entrenar equipos infantiles | organizar torneos | cuidar las instalaciones | hablar con las familias sobre el descanso y la escuela
la biología | proyectos de conservación | monitorear especies | reforestar con planta nativa | dar recorridos a escuelas | redactar informes claros
el turismo | un hospedaje familiar | recibir visitantes | guiar caminatas | comprar a productores del lugar | cuidar que la basura regrese con quien la trae
la mecánica automotriz | un taller | diagnosticar fallas | explicar cada reparación | formar aprendices | reciclar aceite y llantas
el cultivo de caña y arroz | parcelas ejidales | preparar la tierra | cuidar los turnos de riego | negociar el precio de la cosecha | dar mantenimiento a los canales
el cuidado de personas mayores | domicilios y una casa de día | acompañar consultas | organizar actividades de memoria | apoyar a las familias que cuidan | llevar el control de medicamentos
la logística | un almacén regional | programar rutas de entrega | controlar inventarios | cuidar la seguridad del personal | reducir mermas`
  .trim()
  .split('\n')
  .map((line) => line.split(' | '))
  .map(([field = '', workplace = '', ...tasks]) => ({ field, workplace, tasks }))
