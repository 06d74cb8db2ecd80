export { default as AvanceActoresPage } from './AvanceActoresPage.vue'
export { default as RecordarPage } from './RecordarPage.vue'
export { default as TableroPage } from './TableroPage.vue'
