package org.plpython.cli;

import java.time.Duration;
import org.plpython.InvalidSettingException;
import org.plpython.deploy.WaitingTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as PostgreSQL's settings are written. */
final class PostgresDuration implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    try {
      return WaitingTime.parse(text);
    } catch (InvalidSettingException noTime) {
      throw new TypeConversionException(noTime.getMessage());
    }
  }
}
