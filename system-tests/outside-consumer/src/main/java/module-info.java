module org.example.consumer {
    requires io.voicecloner.core;
}
