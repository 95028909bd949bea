package org.plpython.application;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application as a user has it, with Python sources of its own and of a library. */
@SpringBootApplication
public class Application {

  /** Starts it. */
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }

  @Bean
  CommandLineRunner prices(JdbcTemplate database) {
    return arguments ->
        database
            .queryForList("SELECT id, gross_total(id) FROM purchase ORDER BY id")
            .forEach(purchase -> System.out.println("purchase: " + purchase));
  }
}
