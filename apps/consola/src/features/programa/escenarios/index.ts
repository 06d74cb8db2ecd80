export { default as EscenarioPage } from './EscenarioPage.vue'
export { default as EscenariosPage } from './EscenariosPage.vue'
